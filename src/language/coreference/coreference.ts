import type { Character, Mention, Sentence } from '../../model/reading.js'
import type { NameSpan } from '../layers.js'
import { charactersOf } from './characters.js'
import { type Clusters, startClusters } from './clusters.js'
import type { CoreferenceModel } from './model.js'
import { layOutPage, type Page } from './page.js'
import { chooseByWeights, rank } from './ranker.js'
import { acronym } from './sieves/acronym.js'
import { apposition } from './sieves/apposition.js'
import { body } from './sieves/body.js'
import { bodyName } from './sieves/body-name.js'
import { client } from './sieves/client.js'
import { copula } from './sieves/copula.js'
import { delayedName } from './sieves/delayed-name.js'
import { exactName } from './sieves/exact-name.js'
import { outlet } from './sieves/outlet.js'
import { personName } from './sieves/person-name.js'
import { plainPerson } from './sieves/plain-person.js'
import { relative } from './sieves/relative.js'
import { role } from './sieves/role.js'
import { speaker } from './sieves/speaker.js'
import { twoTitles } from './sieves/two-titles.js'

export { type CoreferenceModel, coreferenceModelFromBytes } from './model.js'

/** Applied one after another, from sure to loose: what an earlier one has joined, a later one builds upon. */
const sieves = [
  exactName,
  personName,
  acronym,
  bodyName,
  apposition,
  twoTitles,
  relative,
  copula,
  outlet,
  role,
  body,
  client,
  speaker,
]

/** Applied after the ranker, to what it left open. */
const lastSieves = [delayedName, plainPerson]

/**
 * Who is who inside one report: every person, body, place or group that is named or described,
 * and the pronouns that stand for them. A pronoun nobody answers to keeps the character −1.
 */
export function resolveCharacters(
  text: string,
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): { mentions: Mention[]; characters: Character[] } {
  const page = layOutPage(sentences, names, model)
  return charactersOf(text, page, findClusters(page))
}

/** The clusters of a page's phrases, all sieves applied; the bench scores these. */
export function findClusters(page: Page): Clusters {
  const clusters = applySieves(page)
  if (page.model.weights.length > 0) rank(page, clusters, chooseByWeights(page.model.weights))
  for (const sieve of lastSieves) sieve(page, clusters)
  return clusters
}

/** The clusters that the sieves alone make: training starts from these. */
export function applySieves(page: Page): Clusters {
  const clusters = startClusters(page.phrases)
  for (const sieve of sieves) sieve(page, clusters)
  return clusters
}
