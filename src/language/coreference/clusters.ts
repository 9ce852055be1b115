import type { EntityType } from '../../model/reading.js'
import { isFullName, namesAgree } from './name-agreement.js'
import type { Phrase } from './phrases.js'
import { neuter } from './words.js'

/** What is known of one character while the sieves run. */
export interface Cluster {
  readonly id: number
  /** Phrase indices in text order. */
  members: number[]
  type: EntityType | null
  gender: number
  /** What first names suggest. */
  hint: number
  number: number
  /** Different full names of a person seen so far: one, or spellings that agree. */
  fullName: readonly string[] | null
  named: boolean
  /** Head lemmas of its nominal phrases. */
  readonly lemmas: Set<string>
  /** The first phrase in text order. */
  first: number
  /** How many of its phrases the ranker has passed, and how many of these were subjects. */
  passed: number
  passedSubjects: number
  /** The last of those passed. */
  lastPassed: number
}

/** Groups of phrases that stand for one character. They only ever grow together. */
export interface Clusters {
  of(phrase: number): Cluster
  /** Joins the second phrase's cluster to the first's unless they cannot agree, for the reason given; says whether they are one now. */
  join(known: number, phrase: number, rule: string): boolean
  /** Whether nothing known forbids it. */
  mayJoin(a: Cluster, b: Cluster): boolean
  /** The rule that first tied a phrase to another; "alone" when none did. */
  ruleOf(phrase: number): string
}

/** Every phrase a cluster of its own. */
export function startClusters(phrases: readonly Phrase[]): Clusters {
  const clusterOf: Cluster[] = phrases.map((phrase) => ({
    id: phrase.index,
    members: [phrase.index],
    type: phrase.type,
    gender: phrase.gender,
    hint: phrase.hint,
    number: phrase.number,
    fullName: phrase.name?.type === 'person' && isFullName(phrase.words) ? phrase.words : null,
    named: phrase.kind === 'name',
    lemmas: new Set(phrase.kind === 'nominal' && !phrase.joined ? [phrase.lemma] : []),
    first: phrase.index,
    passed: 0,
    passedSubjects: 0,
    lastPassed: -1,
  }))
  const rules: string[] = phrases.map(() => 'alone')

  const join = (a: number, b: number, rule: string): boolean => {
    let into = clusterOf[a]!
    let from = clusterOf[b]!
    if (into === from) return true
    if (!mayJoin(into, from)) return false
    if (from.members.length > into.members.length) [into, from] = [from, into]
    if (rules[b] === 'alone') rules[b] = rule
    const type = mergedType(into, from)
    const fullName = longer(into.fullName, from.fullName)
    for (const member of from.members) {
      clusterOf[member] = into
      into.members.push(member)
    }
    into.type = (into.gender & from.gender & neuter) === 0 && type !== 'group' ? 'person' : type
    into.fullName = fullName
    into.gender = into.gender & from.gender || into.gender
    into.hint |= from.hint
    into.number = into.number & from.number || into.number
    into.named ||= from.named
    into.first = Math.min(into.first, from.first)
    into.passed += from.passed
    into.passedSubjects += from.passedSubjects
    into.lastPassed = Math.max(into.lastPassed, from.lastPassed)
    for (const lemma of from.lemmas) into.lemmas.add(lemma)
    return true
  }
  return { of: (phrase) => clusterOf[phrase]!, join, mayJoin, ruleOf: (phrase) => rules[phrase]! }
}

function mayJoin(a: Cluster, b: Cluster): boolean {
  if ((a.gender & b.gender) === 0 || (a.number & b.number) === 0) return false
  if (a.fullName && b.fullName && !namesAgree(a.fullName, b.fullName)) return false
  return typesAgree(a.type, b.type)
}

/** A person is no place; a group may be an organisation ("the police"), an organisation may be named like a place. */
export function typesAgree(a: EntityType | null, b: EntityType | null): boolean {
  if (a === null || b === null || a === b) return true
  const bodies = (type: EntityType) => type === 'organisation' || type === 'group' || type === 'place'
  if (bodies(a) && bodies(b)) return true
  return (
    (a === 'work' && b === 'organisation') ||
    (a === 'organisation' && b === 'work') ||
    (a === 'event' && b === 'work') ||
    (a === 'work' && b === 'event')
  )
}

function mergedType(a: Cluster, b: Cluster): EntityType | null {
  if (a.named !== b.named) return (a.named ? a.type : b.type) ?? a.type ?? b.type
  return a.type ?? b.type
}

function longer(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (!a || !b) return a ?? b
  return b.length > a.length ? b : a
}
