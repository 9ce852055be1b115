import type { Clusters } from '../clusters.js'
import { isFullName, isMisspelling, namesAgree } from '../name-agreement.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { feminine, masculine } from '../words.js'

/**
 * "Emil Lingard crossed the border. … Lingard said … Mr Lingard, …" → one person
 *
 * Full names that agree are one person; a surname or given name goes to the bearer of a full name,
 * of several to the one spoken of most so far. A surname one letter off goes to its bearer too.
 */
export function personName(page: Page, clusters: Clusters): void {
  const full: Phrase[] = []
  for (const phrase of page.phrases) {
    if (phrase.type !== 'person' || !phrase.name || !isFullName(phrase.words)) continue
    const twin = full.find((other) => other.generation === phrase.generation && namesAgree(other.words, phrase.words))
    if (twin) clusters.join(twin.index, phrase.index, 'full-name')
    if (!twin || twin.words.join(' ') !== phrase.words.join(' ')) full.push(phrase)
  }
  const votes = genderVotes(page)
  const count = new Map<number, number>()
  for (const phrase of page.phrases) {
    if (phrase.type !== 'person' || !phrase.name) continue
    const own = clusters.of(phrase.index)
    const word = phrase.words[0] ?? ''
    if (phrase.words.length === 1 && word !== '') {
      // "Lingard Jr." is Emil Lingard Jr., and a bare "Lingard" beside him is the other one.
      const bearers = full.filter(
        ({ generation }) => generation === null || generation === (phrase.generation ?? 'senior'),
      )
      const bearer =
        bearerOf(
          bearers.filter((other) => other.words.at(-1) === word),
          phrase,
          clusters,
          count,
          votes,
        ) ??
        bearerOf(
          bearers.filter((other) => other.words.includes(word)),
          phrase,
          clusters,
          count,
          votes,
        ) ??
        bearerOf(
          bearers.filter((other) => isMisspelling(other.words.at(-1)!, word)),
          phrase,
          clusters,
          count,
          votes,
        )
      if (bearer) clusters.join(bearer.index, phrase.index, 'short-name')
    }
    const id = clusters.of(phrase.index).id
    count.set(id, (count.get(id) ?? 0) + 1)
    if (own.id !== id) count.set(own.id, 0)
  }
}

/** Of several bearers of a name the one most spoken of before the phrase, else the first to come. */
function bearerOf(
  bearers: readonly Phrase[],
  phrase: Phrase,
  clusters: Clusters,
  count: ReadonlyMap<number, number>,
  votes: ReadonlyMap<string, number>,
): Phrase | undefined {
  let best: Phrase | undefined
  let most = -1
  for (const bearer of bearers) {
    if (
      !clusters.mayJoin(clusters.of(bearer.index), clusters.of(phrase.index)) &&
      clusters.of(bearer.index) !== clusters.of(phrase.index)
    )
      continue
    // "Mr Smith" is not Mary, nor is a Smith of whom the report goes on with "he".
    const hint = votes.get(bearer.words.join(' ')) ?? clusters.of(bearer.index).hint
    const gender = clusters.of(phrase.index).gender & (votes.get(phrase.words.join(' ')) ?? anyGender)
    if (hint !== 0 && (gender & hint) === 0) continue
    const times = bearer.index < phrase.index ? (count.get(clusters.of(bearer.index).id) ?? 0) : 0
    if (times > most) {
      most = times
      best = bearer
    }
  }
  return best
}

const anyGender = masculine | feminine

/**
 * "Lingard said he was tired. … Lingard left his house." → "lingard" is masculine
 *
 * The gender of the subjects and owners that follow a name which is the subject and the only person of its sentence so
 * far, where they nearly all agree; names of which too little is told are left out.
 */
function genderVotes(page: Page): Map<string, number> {
  const tally = new Map<string, { he: number; she: number }>()
  let sentence = -1
  let people: Phrase[] = []
  for (const phrase of page.phrases) {
    if (phrase.sentence !== sentence) people = []
    sentence = phrase.sentence
    const column = phrase.pronoun?.column
    if (column === 'he' || column === 'she') {
      const only = people.length === 1 ? people[0]! : undefined
      if (!only?.name || only.role !== 'subject' || (phrase.role !== 'subject' && phrase.role !== 'possessor')) continue
      const key = only.words.join(' ')
      const known = tally.get(key) ?? { he: 0, she: 0 }
      known[column]++
      tally.set(key, known)
    } else if (phrase.type === 'person' && phrase.titleOf < 0 && !phrase.joined) people.push(phrase)
  }
  const votes = new Map<string, number>()
  for (const [name, { he, she }] of tally) {
    if (he >= enough && he >= clearly * she) votes.set(name, masculine)
    if (she >= enough && she >= clearly * he) votes.set(name, feminine)
  }
  return votes
}

const enough = 2
const clearly = 3
