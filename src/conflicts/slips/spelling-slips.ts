import type { Token } from '../../model/reading.js'
import type { Range, Span } from '../../model/span.js'
import { groupBy } from '../lists.js'
import type { FoundConflict } from '../sides.js'
import type { View } from '../view.js'
import { wordsAt } from '../view.js'
import { around, slipConflict, slipsIn } from './places.js'

/**
 * "Mr. Brandt&#39;s boat" – "Mr. Brandt's boat"
 *
 * A character that was never decoded, against the same words written out.
 */
export function undecodedCharacters(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i, _, reading) => {
    const token = tokens[i]!
    if (!token.form.startsWith('&') && !token.form.includes('&#') && !token.form.includes('&amp;')) return false
    if (
      !/^&(?:#\d{2,4}|quot|amp|apos|nbsp|rsquo|lsquo|ldquo|rdquo);/.test(
        reading.report.text.slice(token.start + token.form.indexOf('&'), token.end + 8),
      )
    )
      return false
    return i
  })
  return found.flatMap((slip) => {
    // The word before the broken character is looked for where it stands whole.
    const stem = slip.sentence.tokens[slip.from]!.form.split('&')[0] || slip.sentence.tokens[slip.from - 1]?.form
    if (stem === undefined || stem.length === 0) return []
    const right = occurrences(slip.reading.report.text, stem)
    return slipConflict(
      view,
      'name',
      'undecoded-character',
      slip,
      right.map((r) => ({ report: slip.reading.report.id, ...r })).slice(0, 1),
      [wordsAt(slip.reading, around(slip)), 'written out'],
      `A character of “${wordsAt(slip.reading, around(slip))}” was never decoded.`,
    )
  })
}

/**
 * "Then i saw the lamp go out." – "I ran."
 *
 * The first person with a small letter, in a report that writes it right elsewhere.
 */
export function smallFirstPerson(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i) =>
    tokens[i]!.form === 'i' && tokens[i]!.upos === 'PRON' && /^(?:VERB|AUX|ADV)$/.test(tokens[i + 1]?.upos ?? '')
      ? i
      : false,
  )
  return [...groupBy(found, (slip) => slip.reading.report.id)].flatMap(([report, slips]) => {
    const right = firstTokens(view, report, ({ form, upos }) => form === 'I' && upos === 'PRON', 5)
    const rest = slips.slice(1).map((slip) => around(slip))
    const note = 'A quotation has “i” where the report elsewhere writes “I”.'
    return slipConflict(view, 'other', 'small-first-person', slips[0]!, right, ['“i”', '“I”'], note, rest)
  })
}

/**
 * "a mile from the Brandt's house" – "the Brandts", "Brandt"
 *
 * An article before one person's name with 's: the plural was meant. What is not known by a first name as well may be no person: "the
 * U.N.'s envoy".
 */
export function pluralWithApostrophe(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i, _, reading) => {
    const [the, name, mark] = [tokens[i]!, tokens[i + 1], tokens[i + 2]]
    if (
      the.form !== 'the' ||
      !name ||
      !mark ||
      name.upos !== 'PROPN' ||
      /^\p{Lu}{2}/u.test(name.form) ||
      !/^['’]s$/.test(mark.form)
    )
      return false
    const mention = reading.mentions.find((m) => m.kind === 'name' && m.start === name.start && m.type === 'person')
    const names = mention ? (view.entityOf(reading, mention)?.names ?? []) : []
    return mention !== undefined && mention.end <= mark.end && names.some((n) => /\p{L}\s\p{L}/u.test(n))
      ? i + 2
      : false
  })
  return found.flatMap((slip) => {
    const name = slip.sentence.tokens[slip.from + 1]!
    const right = firstTokens(view, slip.reading.report.id, (t) => t.form === name.form && t.start !== name.start)
    const alone = firstTokens(
      view,
      slip.reading.report.id,
      (t, next) => t.form === name.form && !/^['’]s$/.test(next?.form ?? ''),
    )
    // A shop called Wendel's never goes without its ending.
    if (alone.length === 0) return []
    return slipConflict(
      view,
      'name',
      'plural-with-apostrophe',
      slip,
      right,
      [`the ${name.form}'s`, name.form],
      `“the ${name.form}'s” has one person's ending where several are meant.`,
    )
  })
}

/**
 * "‘Little Grebe" – "Little Grebe"
 *
 * A quotation mark before a name that is never closed, against the name without it.
 */
export function strayQuotationMark(view: View): FoundConflict[] {
  const found = slipsIn(view, (tokens, i, sentence, reading) => {
    const [mark, next] = [tokens[i]!, tokens[i + 1]]
    if (!/^['‘]$/.test(mark.form) && !/^['‘]\p{Lu}\p{Ll}+$/u.test(mark.form)) return false
    if (mark.form.length === 1 && (next?.upos !== 'PROPN' || next.start !== mark.end)) return false
    // A mark that closes anywhere later in the sentence opens a quotation or a title.
    const rest = reading.report.text.slice(mark.end, Math.min(sentence.end, mark.end + 300))
    return /['’](?!\p{L})/u.test(rest) ? false : mark.form.length === 1 ? i + 1 : i
  })
  const seen = new Set<string>()
  return found.flatMap((slip) => {
    const form = slip.sentence.tokens[slip.to]!.form.replace(/^['‘]/, '')
    if (seen.has(form)) return []
    seen.add(form)
    const right = view.readings.flatMap((r) =>
      r.report.id === slip.reading.report.id
        ? []
        : firstTokens(view, r.report.id, (t) => t.form === form && t.upos === 'PROPN').slice(0, 1),
    )
    return slipConflict(
      view,
      'name',
      'stray-quotation-mark',
      slip,
      right,
      [`‘${form}`, form],
      `A stray quotation mark stands before “${form}”.`,
    )
  })
}

/** A few places of a report at which tokens like this stand, with a few words around them. */
export function firstTokens(
  view: View,
  report: string,
  fits: (token: Token, next: Token | undefined) => boolean,
  most = 2,
): Span[] {
  const reading = view.readings.find((r) => r.report.id === report)
  const spans: Span[] = []
  for (const sentence of reading?.sentences ?? []) {
    if (sentence.kind === 'furniture' || !reading) continue
    for (const [i, token] of sentence.tokens.entries()) {
      if (spans.length >= most) return spans
      if (fits(token, sentence.tokens[i + 1])) spans.push(around({ reading, sentence, from: i, to: i }, 2, 3))
    }
  }
  return spans
}

/** Places at which a word stands whole, with what follows it. */
function occurrences(text: string, word: string): Range[] {
  const places: Range[] = []
  for (let at = text.indexOf(word); at >= 0 && places.length < 2; at = text.indexOf(word, at + 1)) {
    if (/^['’]/.test(text.slice(at + word.length)))
      places.push({ start: Math.max(0, at - 4), end: Math.min(text.length, at + word.length + 15) })
  }
  return places
}
