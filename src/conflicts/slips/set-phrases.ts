import type { Token } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import type { FoundConflict } from '../sides.js'
import { spanOf, type View } from '../view.js'
import { type Slip, slipConflict, slipsIn } from './places.js'

/** A set phrase as it is often miswritten, the phrase meant, and verbs that tell the same, by which other reports may give it. */
interface SetPhrase {
  readonly wrong: readonly string[]
  readonly right: string
  readonly also?: readonly string[]
  /** Only before a participle: "should of known"; "should, of course", "would of necessity" are no slips. */
  readonly beforeParticiple?: boolean
}

/** Words of the wrong phrase as they stand or by lemma; common confusions that style guides warn of. */
const phrases: readonly SetPhrase[] = [
  { wrong: ['come', 'clear', 'about'], right: 'come clean about', also: ['admit', 'confess', 'reveal', 'disclose'] },
  { wrong: ['come', 'clear', 'to'], right: 'come clean to', also: ['admit', 'confess', 'reveal', 'disclose'] },
  { wrong: ['tow', 'the', 'line'], right: 'toe the line', also: ['obey', 'conform'] },
  { wrong: ['free', 'reign'], right: 'free rein' },
  { wrong: ['reign', 'in'], right: 'rein in', also: ['curb', 'limit'] },
  { wrong: ['wreck', 'havoc'], right: 'wreak havoc' },
  { wrong: ['mute', 'point'], right: 'moot point' },
  { wrong: ['hone', 'in', 'on'], right: 'home in on' },
  { wrong: ['pour', 'over', 'the', 'document'], right: 'pore over the documents' },
  { wrong: ['pour', 'over', 'document'], right: 'pore over documents' },
  { wrong: ['bait', 'breath'], right: 'bated breath' },
  { wrong: ['one', 'in', 'the', 'same'], right: 'one and the same' },
  { wrong: ['shoe', 'in'], right: 'shoo-in' },
  { wrong: ['deep', 'seeded'], right: 'deep-seated' },
  { wrong: ['statue', 'of', 'limitation'], right: 'statute of limitations' },
  { wrong: ['under', 'weigh'], right: 'under way' },
  { wrong: ['in', 'lieu', 'with'], right: 'in lieu of' },
  { wrong: ['should', 'of'], right: 'should have', beforeParticiple: true },
  { wrong: ['would', 'of'], right: 'would have', beforeParticiple: true },
  { wrong: ['could', 'of'], right: 'could have', beforeParticiple: true },
]

const firstWords: ReadonlySet<string> = new Set(phrases.map(({ wrong }) => wrong[0]!))

/**
 * "The company never came clear about the batteries." – "came clean"
 *
 * A set phrase with a wrong word in it. Other reports that tell the same in other words stand against it, else the phrase meant.
 */
export function misheardPhrases(view: View): FoundConflict[] {
  // Where a phrase may begin: looked for once for all of them.
  const begins = slipsIn(view, (tokens, i) => (wordsOf(tokens[i]).some((word) => firstWords.has(word)) ? i : false))
  return phrases.flatMap(({ wrong, right, also = [], beforeParticiple = false }) => {
    const found = begins.flatMap((place): Slip[] => {
      const { tokens } = place.sentence
      const i = place.from
      const fits = wrong.every((word, k) => wordsOf(tokens[i + k]).includes(word))
      const isSlip = fits && (!beforeParticiple || /^VB[ND]$/.test(tokens[i + wrong.length]?.xpos ?? ''))
      return isSlip ? [{ ...place, to: i + wrong.length - 1 }] : []
    })
    return found.flatMap((slip) => {
      const verbs = new Set(also)
      const elsewhere = view.clauses
        .filter((c) => c.reading !== slip.reading && c.tokens.some((t) => t.upos === 'VERB' && verbs.has(t.lemma)))
        .filter((c) => sharesSubject(view, c.reading.report.id, spanOf(c), slip.reading.report.id, slip.sentence))
        .map(spanOf)
      const word = slip.sentence.tokens[slip.from + 1]!
      const self: Span = { report: slip.reading.report.id, start: word.start, end: word.end }
      return slipConflict(
        view,
        'other',
        'misheard-phrase',
        slip,
        elsewhere.length > 0 ? elsewhere.slice(0, 3) : [self],
        [wrong.join(' '), right],
        `“${right}” is meant.`,
      )
    })
  })
}

/** A word as it stands and by its lemma. */
function wordsOf(token: Token | undefined): readonly string[] {
  return token === undefined ? [] : [token.form.toLowerCase(), token.lemma.toLowerCase()]
}

/** Whether a clause names somebody or something that the sentence of the slip, or the one before it, names too. */
function sharesSubject(
  view: View,
  report: string,
  { start, end }: Span,
  slipReport: string,
  sentence: { readonly index: number },
): boolean {
  const [one, other] = [report, slipReport].map((id) => view.readings.find((r) => r.report.id === id)!)
  const near = other!.mentions.filter((m) => m.sentence <= sentence.index && m.sentence >= sentence.index - 1)
  const named = new Set(near.map((m) => view.entityOf(other!, m)?.id).filter((id) => id !== undefined))
  return one!.mentions.some(
    (m) => m.start >= start - 150 && m.end <= end + 150 && named.has(view.entityOf(one!, m)?.id ?? ''),
  )
}
