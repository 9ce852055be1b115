import { isDescription } from '../../model/description.js'
import type { Statement } from '../../model/findings.js'
import type { When } from '../../model/when.js'
import type { Comparison } from './comparison.js'
import { datesAgree } from './dates-agree.js'
import { evidenceOf, isWeak } from './evidence.js'
import type { Profile } from './profiles.js'
import type { Vocabulary } from './vocabulary.js'

/** Why two passages cannot be one claim however much alike they are. */
export type Clash =
  | 'opposite'
  | 'different-date'
  | 'different-number'
  | 'different-agent'
  | 'different-patient'
  | 'other-description'
  | 'names-alone'

/**
 * "The ferry left on Monday." – "The ferry left on Tuesday."; "ninety were saved" – "forty were saved"; "it sank" – "it did not sink";
 * "the lamp was out" – "denied that the tower was dark".
 *
 * Such statements are set side by side and not joined.
 */
export function clashOf(pair: Comparison): Clash | undefined {
  const { a, b } = pair
  const isDenied = a.passage.isDenied || b.passage.isDenied
  if (a.passage.polarity !== b.passage.polarity && (isDenied || tellInLikeWords(pair))) return 'opposite'
  if (datesAgree(stated(a.passage.when), stated(b.passage.when)) === 'different' || eitherSide(a, b))
    return 'different-date'
  if (numbersDiffer(a, b)) return 'different-number'
  if (othersNamed(a, b, 'agent')) return 'different-agent'
  if (othersNamed(a, b, 'patient')) return 'different-patient'
  if (shareNamesAlone(pair)) return 'names-alone'
  return undefined
}

/** "before the hearing" – "after the hearing" */
function eitherSide(a: Profile, b: Profile): boolean {
  const anchors = ({ passage: { sentence, first, end } }: Profile, side: string) =>
    sentence.tokens
      .slice(first, end)
      .flatMap(({ form, head, deprel }) =>
        form.toLowerCase() === side && deprel === 'case' && head >= 0
          ? [sentence.tokens[head]!.lemma.toLowerCase()]
          : [],
      )
  const meets = (one: Profile, other: Profile) => {
    const before = anchors(one, 'before')
    return before.length > 0 && anchors(other, 'after').some((lemma) => before.includes(lemma))
  }
  return meets(a, b) || meets(b, a)
}

/** Less than this of the other words of one side is met on the other where two passages share nothing but a name. */
const leastBesideNames = 0.1

/**
 * "Mayor Ada Holm of Ennet paid for the lamp" – "Mayor Ada Holm of Ennet opened the fair": one person, and two things told of her.
 * What shares two names, each in a phrase of its own, may tell one thing in other words: "Lingard was suspended on Friday" – "since Friday Lingard is barred".
 */
function shareNamesAlone(pair: Comparison): boolean {
  const { coverA, coverB } = pair
  return (
    Math.min(coverA.plain, coverB.plain) < leastBesideNames &&
    Math.min(coverA.phrases, coverB.phrases) <= 1 &&
    isWeak(evidenceOf(pair))
  )
}

/** "It sank" – "it did not sink", as against "four have not been found" – "four are missing", where the negated verb is another. */
function tellInLikeWords({ a, b, coverA, coverB, vocabulary }: Comparison): boolean {
  return vocabulary.alike(a.head, b.head) >= 60 || Math.min(coverA.exact, coverB.exact) >= 0.75
}

/**
 * "Commander Brandt" – "the ferry sank, Commander Brandt said"; "Marrick, the first mate" – "Marrick, the captain"
 *
 * What somebody is called or how old they are is told again only by words that tell the like: the same age, or the same or a like noun.
 */
export function tellOtherThings(
  a: Statement,
  b: Statement,
  { a: one, b: other }: Comparison,
  words: Vocabulary,
): boolean {
  const mayDescribe = (s: Statement) =>
    isDescription(s) || s.event.predicate.startsWith('be ') || describing.has(s.event.predicate)
  if (!isDescription(a) && !isDescription(b)) return false
  if (!mayDescribe(a) || !mayDescribe(b)) return true
  const isAge = ({ because }: Statement) => because.rule === 'age'
  if (isAge(a) && isAge(b)) return !sameAge(one, other)
  // "President Aske" – "Aske is unable to pay": of two that say what somebody is both must say the like.
  const saysWhat = (s: Statement) => isDescription(s) || s.event.predicate.startsWith('be ')
  return saysWhat(a) && saysWhat(b) && !words.callAlike(one.head, other.head)
}

/** "26" – "26-year-old" */
function sameAge(one: Profile, other: Profile): boolean {
  const years = ({ head }: Profile) => /^\d{1,3}/.exec(head.form)?.[0] ?? head.form
  return years(one) === years(other)
}

/** Verbs that tell what somebody is. */
const describing = new Set(['be', 'become', 'serve', 'work', 'act', 'turn'])

/** A date without the parts that do not stand in the text: "in November" of two reports of different years may be one. */
function stated(when: When | null): When | null {
  if (!when || when.known.length === 0 || when.known.includes('weekday') || when.edtf.includes('/')) return when
  const parts = when.edtf.split('T')[0]!.split('-')
  const [year = '', month, day] = parts
  const known = (part: 'year' | 'month' | 'day', value: string | undefined, unknown: string) =>
    value === undefined ? undefined : when.known.includes(part) ? value : unknown
  const kept = [known('year', year, 'XXXX'), known('month', month, 'XX'), known('day', day, 'XX')]
  return { ...when, edtf: kept.filter((part) => part !== undefined).join('-') }
}

/** One thing counted on both sides, and no count in common. */
function numbersDiffer(a: Profile, b: Profile): boolean {
  const counts = ({ passage }: Profile) =>
    passage.numbers.filter(({ value, unit }) => unit !== null && /^\d+$/.test(value))
  return counts(a).some(({ unit }) => {
    const mine = counts(a).filter((number) => number.unit === unit)
    const other = counts(b).filter((number) => number.unit === unit)
    return other.length > 0 && !mine.some(({ value }) => other.some((number) => number.value === value))
  })
}

/** Two different people or bodies named in one role. */
function othersNamed(a: Profile, b: Profile, role: 'agent' | 'patient'): boolean {
  const [one, other] = [a[role], b[role]]
  return (
    one?.kind === 'name' &&
    other?.kind === 'name' &&
    one.entity !== null &&
    other.entity !== null &&
    one.entity !== other.entity &&
    one.lemma !== other.lemma &&
    !a.entities.has(other.entity) &&
    !b.entities.has(one.entity)
  )
}
