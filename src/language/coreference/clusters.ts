import type { EntityType } from '../../model/reading.js'
import type { Generation } from './generations.js'
import { isFullName, mayNameOne, namesAgree } from './name-agreement.js'
import type { Phrase } from './phrases.js'
import { lesserRanks, neuter, titles } from './words.js'

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
  /** Which of two of one name it is, where the report has two. */
  generation: Generation | null
  /** The names by which it is called as a person, each as its words, without doubles. */
  readonly calledBy: Map<string, readonly string[]>
  /** Head lemmas of its nominal phrases. */
  readonly lemmas: Set<string>
  /** The posts its phrases give it, each with the ranks it was given: "president" with "vice", or with "" for the post itself. */
  readonly posts: Map<string, ReadonlySet<string>>
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
    generation: phrase.generation,
    calledBy: new Map(isPersonName(phrase) ? [[phrase.words.join(' '), phrase.words]] : []),
    lemmas: new Set(phrase.kind === 'nominal' && !phrase.joined ? [phrase.lemma] : []),
    posts: new Map(phrase.kind === 'nominal' && phrase.type === 'person' ? [[phrase.lemma, rankOf(phrase)]] : []),
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
    into.generation ??= from.generation
    into.first = Math.min(into.first, from.first)
    into.passed += from.passed
    into.passedSubjects += from.passedSubjects
    into.lastPassed = Math.max(into.lastPassed, from.lastPassed)
    for (const lemma of from.lemmas) into.lemmas.add(lemma)
    for (const [post, ranks] of from.posts) into.posts.set(post, new Set([...ranks, ...(into.posts.get(post) ?? [])]))
    for (const [name, words] of from.calledBy) into.calledBy.set(name, words)
    return true
  }
  return { of: (phrase) => clusterOf[phrase]!, join, mayJoin, ruleOf: (phrase) => rules[phrase]! }
}

function mayJoin(a: Cluster, b: Cluster): boolean {
  if ((a.gender & b.gender) === 0 || (a.number & b.number) === 0) return false
  if (a.fullName && b.fullName && !namesAgree(a.fullName, b.fullName)) return false
  if (namesClash(a, b) || ranksClash(a, b)) return false
  if (a.generation && b.generation && a.generation !== b.generation) return false
  return typesAgree(a.type, b.type)
}

/** "Lingard" and "Brandt" are two, whatever both of them are called besides: each has a name, and no name of one may be the other's. */
function namesClash(a: Cluster, b: Cluster): boolean {
  if (a.calledBy.size === 0 || b.calledBy.size === 0) return false
  for (const one of a.calledBy.values())
    for (const other of b.calledBy.values()) if (mayNameOne(one, other)) return false
  return true
}

/** "The vice president" is not whom the report calls "President Lingard". */
function ranksClash(a: Cluster, b: Cluster): boolean {
  for (const [post, ranks] of a.posts) {
    const others = b.posts.get(post)
    if (others && ![...ranks].some((rank) => others.has(rank))) return true
  }
  return false
}

function rankOf({ modifiers }: Phrase): ReadonlySet<string> {
  return new Set([modifiers.find((modifier) => lesserRanks.has(modifier)) ?? ''])
}

/** A person's name, and not a title alone ("the President") that was taken for one. */
function isPersonName(phrase: Phrase): boolean {
  return phrase.name?.type === 'person' && phrase.words.some((word) => !titles.has(word))
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
