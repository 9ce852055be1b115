/** Kinds of events, by the names of their families, of which a story tells one where it tells of one person; what may be asked of each. */

/** Where did it happen? "was found in the oil store", "was found on the causeway" */
export const inOnePlace = kinds(
  'detain imprison move kill die hurt find bear raise hide sink enter rescue marry explode',
)

/** Who did it to somebody? "was arrested by border guards", "was arrested by a patrol" */
export const byOneDoer = kinds('detain rescue find release appoint order warn')

/** Why? "quit because his contract was renewed", "quit after seeing the lamp fail" */
export const forOneReason = kinds(
  'leave resign join kill detain end begin attack hide employ sink strike die release convict imprison',
)

/** What people do again and again: whether one such event is meant, only what was done can tell. "announced the closure", "announced a reward" */
export const doneOften = kinds('announce publish request meet travel vote perform film warn order begin end charge')

/** What is not yet done when one report is written may be done when the next is. "Nobody has been arrested.", "A man has been arrested." */
export const doneLater = kinds(
  'detain charge find release die announce convict identify publish resign appoint decide rescue',
)

function kinds(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}
