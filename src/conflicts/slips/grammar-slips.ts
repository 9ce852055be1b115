import { isTensed } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import type { FoundConflict } from '../sides.js'
import type { View } from '../view.js'
import { type Clause, spanOf, wordsAt } from '../view.js'
import { around, type Slip, slipConflict, slipsIn } from './places.js'
import { firstTokens } from './spelling-slips.js'

/**
 * "set out to revealed the plan" – "revealed", "to reveal"
 *
 * "to" before a past tense: a verb was garbled.
 */
export function garbledInfinitive(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i) => {
    const [to, verb] = [tokens[i]!, tokens[i + 1]]
    if (to.form.toLowerCase() !== 'to' || to.upos !== 'PART' || !verb || verb.upos !== 'VERB') return false
    return /ed$/.test(verb.form) && isClauseHead(tokens, i + 1) ? i + 1 : false
  })
  return found.flatMap((slip) => {
    const verb = slip.sentence.tokens[slip.to]!
    // "to need", "to feed": the same form is no past tense anywhere.
    const right = view.readings.flatMap((r) =>
      firstTokens(
        view,
        r.report.id,
        (t) => t.form === verb.form && t.upos === 'VERB' && t.lemma !== t.form && t.start !== verb.start,
        1,
      ),
    )
    return slipConflict(
      view,
      'other',
      'garbled-infinitive',
      slip,
      right,
      [`to ${verb.form}`, verb.form],
      `“to ${verb.form}” is garbled: a verb was changed or lost.`,
    )
  })
}

/**
 * "Brandt saw that that the the lamp was out"
 *
 * A word that stands twice. Its two places are the two sides.
 */
export function doubledWord(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i, _, reading) => {
    const [one, two] = [tokens[i]!, tokens[i + 1]]
    if (!two || one.form.toLowerCase() !== two.form.toLowerCase() || !/^\p{Ll}{2,}$/u.test(two.form)) return false
    if (reading.report.text.slice(one.end, two.start).trim() !== '') return false
    // "a break-in in the harbour"
    if (/[-‐–]/.test(reading.report.text.charAt(one.start - 1))) return false
    return doubled.has(two.form) ? i + 1 : false
  })
  return found.flatMap((slip) => {
    const tokens = slip.sentence.tokens
    const second: Span = {
      report: slip.reading.report.id,
      start: tokens[slip.to]!.start,
      end: tokens[Math.min(tokens.length - 1, slip.to + 3)]!.end,
    }
    const word = tokens[slip.to]!.form
    return slipConflict(
      view,
      'other',
      'doubled-word',
      { ...slip, to: slip.from },
      [second],
      [`${word} ${word}`, word],
      `“${word}” stands twice in “${wordsAt(slip.reading, around(slip))}”.`,
    )
  })
}

/** Words that no sentence has twice in a row on purpose. */
const doubled = new Set(
  'the an of to in for on at by from with and but or if as it its was were are be been he she they his their this these has have will would a who which when where after before'.split(
    ' ',
  ),
)

/**
 * "the Gazette quoted Brandt as saying left the island in May" – "he left the island in May"
 * "after he told them was afraid"
 *
 * A verb of saying, and at once the finite verb of what is said: its subject was lost. Other reports tell who it was.
 */
export function lostSubject(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i) => {
    const [say, next, after] = [tokens[i]!, tokens[i + 1], tokens[i + 2]]
    if (!next) return false
    if (say.form === 'saying' && tokens[i - 1]?.form === 'as' && isTensed(next)) return i + 1
    if (!/^(?:told|tells|informed)$/.test(say.form) || !/^(?:them|him|her|me|us)$/.test(next.form)) return false
    if (
      !after ||
      !/^(?:was|were|is|had|has)$/.test(after.form) ||
      !/^(?:he|she|they|I|we)$/i.test(tokens[i - 1]?.form ?? '')
    )
      return false
    // "the man he told them was": the subject stands in front of the relative clause.
    return /^(?:SCONJ|CCONJ|PUNCT|ADV)$/.test(tokens[i - 2]?.upos ?? 'PUNCT') ? i + 2 : false
  })
  return found.flatMap((slip) => {
    const right = sameDeed(view, slip)
    return slipConflict(
      view,
      'other',
      'lost-subject',
      slip,
      right.map(spanOf),
      ['subject missing', right[0]?.statement.gist ?? ''],
      `“${wordsAt(slip.reading, around(slip, 2, 4))}”: the subject was lost, so it is not said who is meant.`,
    )
  })
}

/**
 * "Ansel Dray, the founder of, told the Gazette"
 *
 * A preposition with nothing after it, against a place that has what belongs there.
 */
export function lostObject(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i) => {
    const [noun, of, comma] = [tokens[i - 1], tokens[i]!, tokens[i + 1]]
    return noun?.upos === 'NOUN' &&
      !/^(?:kind|sort|type|lot|bunch|couple|matter)$/.test(noun.lemma) &&
      of.form === 'of' &&
      comma !== undefined &&
      /^[,.;]$/.test(comma.form) &&
      // "contact with, knowledge of, or trade in": what it was of follows.
      !/^(?:or|and|nor|but)$/.test(tokens[i + 2]?.form ?? '')
      ? i + 1
      : false
  })
  return found.flatMap((slip) => {
    const noun = slip.sentence.tokens[slip.from - 1]!
    const right = view.readings.flatMap((r) =>
      r.sentences.flatMap((sentence): Span[] =>
        sentence.tokens.flatMap((t, i) =>
          sentence.kind !== 'furniture' && alike(t.lemma, noun.lemma) && t !== noun && hasObject(sentence.tokens, i)
            ? [around({ reading: r, sentence, from: i, to: i }, 4, 4)]
            : [],
        ),
      ),
    )
    return slipConflict(
      view,
      'name',
      'lost-object',
      slip,
      right,
      [`${noun.form} of —`, `${noun.form} of whom or what`],
      `“${noun.form} of” breaks off: what it was is left out.`,
    )
  })
}

/**
 * “I saw the lamp go out,” Brandt. – “…,” Brandt said.
 *
 * A quotation, a name and a full stop: the verb of saying was lost.
 */
export function lostSayingVerb(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i) => {
    const rest = tokens.slice(i + 1)
    if (!/^["”]$|^''$/.test(tokens[i]!.form) || !/^[,.?!]$/.test(tokens[i - 1]?.form ?? '')) return false
    const end = rest.findIndex((t) => t.xpos !== 'NNP')
    if (end < 1 || end > 4 || !/^(?:\.|during|in|at|on|after)$/.test(rest[end]!.form)) return false
    // Any finite verb behind it may be the verb of saying.
    return rest.some((t) => isTensed(t) && !t.deprel.startsWith('acl')) ? false : i + end
  })
  return found.flatMap((slip) => {
    const name = slip.sentence.tokens[slip.to]!
    const right = firstTokens(view, slip.reading.report.id, (t, next) =>
      t.lemma === 'say' ? next?.form === name.form : t.form === name.form && next?.lemma === 'say',
    )
    return slipConflict(
      view,
      'other',
      'lost-saying-verb',
      slip,
      right,
      [`${name.form}.`, `${name.form} said`],
      `After the quotation stands only “${name.form}”: the verb is missing.`,
    )
  })
}

/** "founder" and "creator" are one office. */
function alike(a: string, b: string): boolean {
  if (a === b) return true
  const founders = new Set(['founder', 'creator', 'co-founder', 'cofounder'])
  return founders.has(a) && founders.has(b)
}

function hasObject(tokens: readonly { form: string; upos: string; head: number }[], i: number): boolean {
  return (tokens[i + 1]?.form === 'of' && tokens[i + 2]?.upos !== 'PUNCT') || tokens[i - 1]?.upos === 'PROPN'
}

/** The garbled verb governs something: not "to supposed friends". */
function isClauseHead(tokens: readonly { head: number; deprel: string }[], index: number): boolean {
  const { deprel } = tokens[index]!
  return deprel !== 'amod' && tokens.some((t) => t.head === index && /^(?:obj|obl|ccomp|mark|xcomp)/.test(t.deprel))
}

/** Clauses elsewhere that tell what the verb after the slip tells, with one of the things it names. */
function sameDeed(view: View, { reading, sentence, to }: Slip): Clause[] {
  const verb = sentence.tokens[to]!
  const content = new Set(
    sentence.tokens.flatMap((t, i) => (i > to && i <= to + 6 && /^(?:PROPN|NOUN|ADJ)$/.test(t.upos) ? [t.lemma] : [])),
  )
  return view.clauses.filter(
    (c) =>
      !(c.reading === reading && c.sentence === sentence) &&
      c.tokens.some((t) => t.lemma === verb.lemma && t.upos === verb.upos) &&
      c.tokens.some((t) => /^nsubj/.test(t.deprel)) &&
      c.tokens.filter((t) => content.has(t.lemma)).length >= Math.min(2, content.size),
  )
}
