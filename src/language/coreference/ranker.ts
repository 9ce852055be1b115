import type { Clusters } from './clusters.js'
import { type Anaphor, columnOf, type FeatureReader, featureReader, mostFeatures } from './features.js'
import type { Page } from './page.js'
import type { Phrase } from './phrases.js'

/** What the ranker was asked for one phrase: candidates from the nearest back, with the features of each choice. */
export interface Question {
  readonly anaphor: Anaphor
  readonly candidates: readonly number[]
  /** The cluster of each candidate. */
  readonly clusters: readonly number[]
  /** Feature numbers of each candidate, and last those of "none of them". */
  readonly features: readonly Int32Array[]
}

/** Given a question, the number of the candidate chosen, or −1 for none of them. */
export type Chooser = (question: Question) => number

/**
 * Walks the text once and ties each pronoun and description to what it refers back to, if anything.
 * The trained weights choose; training hands in a chooser of its own.
 */
export function rank(page: Page, clusters: Clusters, choose: Chooser): void {
  const reader = featureReader(page, clusters)
  const memory = startMemory()
  const others = othersInQuotations(page)
  for (const phrase of page.phrases) {
    const column = columnOf(phrase)
    // What is already tied to something before it is settled.
    if (column >= 0 && clusters.of(phrase.index).first === phrase.index) {
      const candidates = candidatesOf(phrase, page, clusters, memory, others)
      if (candidates.length > 0) {
        const question = ask(phrase, column, candidates, page, clusters, reader)
        const chosen = choose(question)
        if (chosen >= 0) clusters.join(candidates[chosen]!, phrase.index, ruleOf(phrase))
      }
    }
    memory.add(phrase)
    const cluster = clusters.of(phrase.index)
    cluster.passed++
    cluster.lastPassed = phrase.index
    if (phrase.role === 'subject' || phrase.role === 'passive-subject') cluster.passedSubjects++
  }
}

/** The chooser that trusts the weights: the likeliest character, its chances being those of all its candidates together. */
export function chooseByWeights(weights: ArrayLike<number>): Chooser {
  return ({ anaphor, candidates, clusters, features }) => {
    const none = mustRefer(anaphor) ? Number.NEGATIVE_INFINITY : sum(features[candidates.length]!, weights)
    const scores = candidates.map((_, i) => sum(features[i]!, weights))
    const top = Math.max(none, ...scores)
    const chances = new Map<number, number>()
    scores.forEach((score, i) => {
      chances.set(clusters[i]!, (chances.get(clusters[i]!) ?? 0) + chanceOf(top - score))
    })
    let chosen = -1
    let best = chanceOf(top - none)
    for (let i = 0; i < candidates.length; i++) {
      const chance = chances.get(clusters[i]!)!
      if (chance > best) {
        best = chance
        chosen = i
      }
    }
    return chosen
  }
}

/** Chances relative to the best score, as whole numbers, so that sums are the same everywhere. */
const chanceTable = Int32Array.from({ length: 1200 }, (_, i) => Math.round(Math.exp(-i / 100) * 1_000_000))

function chanceOf(below: number): number {
  return below < weightUnit * 11.9 ? chanceTable[Math.round((below * 100) / weightUnit)]! : 0
}

/** A weight of 1, as the whole number it is stored as. */
export const weightUnit = 1000

/** "He", "she" and "himself" always stand for somebody, so of their candidates the best is taken. */
export function mustRefer({ phrase }: Anaphor): boolean {
  return (
    phrase.pronoun !== null &&
    (phrase.pronoun.column === 'he' || phrase.pronoun.column === 'she' || phrase.pronoun.reflexive)
  )
}

function sum(features: Int32Array, weights: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < features.length; i++) total += weights[features[i]!]!
  return total
}

function ruleOf(phrase: Phrase): string {
  return phrase.pronoun ? 'pronoun' : 'description'
}

const room = new Int32Array(mostFeatures)

function ask(
  phrase: Phrase,
  column: number,
  candidates: readonly number[],
  page: Page,
  clusters: Clusters,
  reader: FeatureReader,
): Question {
  const anaphor = reader.anaphor(phrase, column)
  const features: Int32Array[] = []
  const passedClusters = new Set<number>()
  const ids: number[] = []
  let mostPassed = 0
  for (const index of candidates) mostPassed = Math.max(mostPassed, clusters.of(index).passed)
  candidates.forEach((index, i) => {
    const cluster = clusters.of(index)
    const count = reader.link(
      anaphor,
      page.phrases[index]!,
      cluster,
      { candidates: i, clusters: passedClusters.size, mostPassed },
      room,
    )
    features.push(room.slice(0, count))
    passedClusters.add(cluster.id)
    ids.push(cluster.id)
  })
  features.push(room.slice(0, reader.alone(anaphor, candidates, room)))
  return { anaphor, candidates, clusters: ids, features }
}

/** What the walk remembers of phrases further back than its window. */
interface Memory {
  readonly byLemma: Map<string, number[]>
  readonly speaking: number[]
  add(phrase: Phrase): void
}

function startMemory(): Memory {
  const byLemma = new Map<string, number[]>()
  const speaking: number[] = []
  const note = (lemma: string, index: number) => {
    const known = byLemma.get(lemma)
    if (known) known.push(index)
    else byLemma.set(lemma, [index])
  }
  return {
    byLemma,
    speaking,
    add: (phrase) => {
      if (phrase.pronoun) {
        if (phrase.pronoun.person !== 3) speaking.push(phrase.index)
      } else if (!phrase.joined) {
        note(phrase.lemma, phrase.index)
        for (const word of phrase.words) if (word !== phrase.lemma) note(word, phrase.index)
      }
    },
  }
}

/** How many sentences back a pronoun may reach, and how many candidates are looked at. */
const pronounReach = 5
const nounReach = 3
const mostCandidates = 40
const sameLemmaReach = 4

function candidatesOf(
  phrase: Phrase,
  page: Page,
  clusters: Clusters,
  memory: Memory,
  others: ReadonlyMap<number, readonly number[]>,
): number[] {
  const barred = coarguments(phrase, page, clusters)
  for (const other of others.get(phrase.index) ?? []) barred.add(clusters.of(other).id)
  const found: number[] = []
  const consider = (index: number) => {
    if (mayRefer(phrase, page.phrases[index]!, page, clusters) && !barred.has(clusters.of(index).id)) found.push(index)
  }
  if (phrase.pronoun && phrase.pronoun.person !== 3) {
    for (let i = memory.speaking.length - 1; i >= 0 && found.length < 8; i--) consider(memory.speaking[i]!)
    if (phrase.pronoun.reflexive) return found.filter((index) => page.phrases[index]!.sentence === phrase.sentence)
    return found
  }
  const reach = phrase.pronoun
    ? phrase.pronoun.reflexive
      ? 0
      : pronounReach
    : wideNouns.has(phrase.determiner)
      ? nounReach
      : -1
  let index = phrase.index - 1
  for (
    ;
    index >= 0 && phrase.sentence - page.phrases[index]!.sentence <= reach && found.length < mostCandidates;
    index--
  )
    consider(index)
  const later = phrase.pronoun ? followingSubject(phrase, page) : -1
  if (later >= 0) consider(later)
  if (!phrase.pronoun) {
    const same = memory.byLemma.get(phrase.lemma) ?? []
    for (let i = same.length - 1, n = 0; i >= 0 && n < sameLemmaReach; i--) {
      if (same[i]! > index) continue
      consider(same[i]!)
      n++
    }
  }
  return found
}

/** "In his letter, Smith wrote …": the subject of the clause that governs the pronoun's own phrase and follows it; −1 where none does. */
function followingSubject(phrase: Phrase, page: Page): number {
  const pronoun = phrase.pronoun!
  if (
    pronoun.reflexive ||
    (pronoun.column !== 'he' && pronoun.column !== 'she' && pronoun.column !== 'it' && pronoun.column !== 'they')
  )
    return -1
  const tree = page.trees[phrase.sentence]!
  const { tokens } = tree.sentence
  let at = tokens[phrase.head]!.head
  for (let steps = 0; at >= 0 && steps < 8; steps++) {
    for (const kid of tree.kids[at]!) {
      if (kid <= phrase.head || (tokens[kid]!.deprel !== 'nsubj' && tokens[kid]!.deprel !== 'nsubj:pass')) continue
      const subject = page.phraseAt(phrase.sentence, kid)
      if (subject >= 0 && page.phrases[subject]!.kind !== 'pronoun') return subject
    }
    at = tokens[at]!.head
  }
  return -1
}

const wideNouns: ReadonlySet<string> = new Set(['definite', 'demonstrative', 'possessive'])

/** Clusters of the other arguments of the same verb: in "he saw him" the two are never one, unless it says "himself". */
function coarguments(phrase: Phrase, page: Page, clusters: Clusters): Set<number> {
  const barred = new Set<number>()
  const core = phrase.role === 'subject' || phrase.role === 'object' || phrase.role === 'passive-subject'
  if (!core || phrase.pronoun?.reflexive) return barred
  const tree = page.trees[phrase.sentence]!
  const { tokens } = tree.sentence
  const governor = tokens[phrase.head]!.head
  if (governor < 0) return barred
  for (const kid of tree.kids[governor]!) {
    const relation = tokens[kid]!.deprel
    if (
      kid === phrase.head ||
      !(relation === 'nsubj' || relation === 'obj' || relation === 'iobj' || relation === 'nsubj:pass')
    )
      continue
    const other = page.phraseAt(phrase.sentence, kid)
    if (other >= 0) barred.add(clusters.of(other).id)
  }
  return barred
}

/** So many words make a quotation in which whoever speaks says "I"; fewer may be put into the words of the report. */
const leastQuoted = 5

/**
 * “He has left,” Risnes said. → "he" is not Risnes
 *
 * Whoever speaks says "I": for each phrase those that are somebody else for that reason.
 */
function othersInQuotations({ phrases, quotations, phraseAt }: Page): ReadonlyMap<number, readonly number[]> {
  const others = new Map<number, number[]>()
  const add = (one: number, other: number) => {
    const known = others.get(one)
    if (known) known.push(other)
    else others.set(one, [other])
  }
  for (const { index, pronoun, sentence, head } of phrases) {
    if (pronoun?.column !== 'he' && pronoun?.column !== 'she') continue
    const quotation = quotations.list[quotations.at(sentence, head)]
    if (!quotation?.speaker || quotation.words < leastQuoted) continue
    const speaker = phraseAt(quotation.speaker.sentence, quotation.speaker.token)
    if (speaker < 0) continue
    add(index, speaker)
    add(speaker, index)
  }
  return others
}

function mayRefer(phrase: Phrase, candidate: Phrase, page: Page, clusters: Clusters): boolean {
  if (candidate.titleOf >= 0 || candidate.pronoun?.column === 'who') return false
  if (candidate.sentence === phrase.sentence) {
    const [a, b] = [candidate.whole, phrase.whole]
    if (a.first <= b.first && b.end <= a.end) return false
    if (b.first <= a.first && a.end <= b.end) return false
    if (
      page.trees[phrase.sentence]!.sentence.tokens[phrase.head]!.head === candidate.head &&
      phrase.role !== 'possessor'
    )
      return false
  }
  if (candidate.joined && phrase.number === 1) return false
  if (phrase.pronoun && candidate.pronoun && (phrase.pronoun.person === 3) !== (candidate.pronoun.person === 3)) {
    const quoted = page.quotations.at(phrase.sentence, phrase.head)
    if (quoted === page.quotations.at(candidate.sentence, candidate.head)) return false
  }
  if (phrase.kind === 'nominal' && candidate.pronoun && candidate.pronoun.person !== 3) return false
  return clusters.mayJoin(clusters.of(candidate.index), clusters.of(phrase.index))
}
