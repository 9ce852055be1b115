import type { EntityType, Sentence } from '../../model/reading.js'
import type { NameSpan } from '../layers.js'
import type { CoreferenceModel } from './model.js'
import { isFullName } from './name-agreement.js'
import { nameWords } from './name-words.js'
import { bodyEndings, emptyEndings } from './words.js'

/**
 * Gives like names like types: "Fenwright" is a person where "Nadia Fenwright" is,
 * "Beacon" is an organisation where "the Beacon Group" is and no person bears the name.
 */
export function agreeOnTypes(
  sentences: readonly Sentence[],
  names: readonly NameSpan[],
  model: CoreferenceModel,
): NameSpan[] {
  const read = names.map((name) => {
    const forms = sentences[name.sentence]!.tokens.slice(name.firstToken, name.endToken).map((t) => t.form)
    const { words } = nameWords(forms, name.type)
    const type = name.type !== 'person' && looksLikePerson(words, forms, name.type, model) ? 'person' : name.type
    return { name: type === name.type ? name : { ...name, type, rule: 'first-name' }, words, key: words.join(' ') }
  })
  const votes = new Map<string, Map<EntityType, number>>()
  const surnames = new Set<string>()
  const bodies = new Set<string>()
  for (const { name, words, key } of read) {
    if (name.type === null) continue
    const forKey = votes.get(key) ?? new Map<EntityType, number>()
    forKey.set(name.type, (forKey.get(name.type) ?? 0) + 1)
    votes.set(key, forKey)
    if (name.type === 'person' && isFullName(words)) surnames.add(words.at(-1)!)
    if (name.type === 'organisation' && words.length > 1 && emptyEndings.has(words.at(-1)!))
      bodies.add(words.slice(0, -1).join(' '))
  }
  return read.map(({ name, words, key }) => {
    if (name.type === null || name.type === 'group') return name
    const type = typeByNeighbours(words, key, surnames, bodies) ?? winner(votes.get(key)!, name.type)
    return type === name.type ? name : { ...name, type, rule: 'like-names' }
  })
}

function typeByNeighbours(
  words: readonly string[],
  key: string,
  surnames: ReadonlySet<string>,
  bodies: ReadonlySet<string>,
): EntityType | undefined {
  if (words.length === 1 && surnames.has(key)) return 'person'
  return bodies.has(key) ? 'organisation' : undefined
}

function winner(votes: ReadonlyMap<EntityType, number>, own: EntityType): EntityType {
  let best = own
  for (const [type, count] of votes) if (count > (votes.get(best) ?? 0) && type !== 'group') best = type
  return best
}

/** "Madison Keys" taken for a place: a known first name, and no common noun or ending of a body after it. */
function looksLikePerson(
  words: readonly string[],
  forms: readonly string[],
  type: EntityType | null,
  model: CoreferenceModel,
): boolean {
  if (type !== 'work' && type !== 'organisation' && type !== 'place') return false
  if (words.length < 2 || words.length > 3 || forms.length !== words.length || model.genderOfName(words[0]!) === 0)
    return false
  const last = words.at(-1)!
  return (
    !bodyEndings.has(last) && model.kindOfNoun(last) === undefined && forms.every((form) => /^\p{Lu}\p{Ll}/u.test(form))
  )
}
