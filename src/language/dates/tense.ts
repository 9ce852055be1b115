import type { Sentence, Token } from '../../model/reading.js'
import { firstEndingAfter, type Range } from '../../model/span.js'

export type Tense = 'past' | 'future' | 'present' | 'unknown'

const willWords = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'ca'])
const planWords =
  /^(?:plan|plans|planned|planning|expect|expects|expected|intend|intends|supposed|due|scheduled|set|slated|hope|hopes|want|wants|aim|aims|likely|going|agree|agreed|propose|proposes|proposed|expire|expires|deadline|upcoming|scheduled)$/
/** Verbs whose time lies ahead of them even when they are past themselves: "postponed until Tuesday". */
const postponing =
  /^(?:postponed|adjourned|delayed|scheduled|rescheduled|planned|planning|expected|slated|extended|due)$/
const pastWords =
  /^(?:said|was|were|had|did|went|left|came|rose|fell|told|took|made|began|became|got|gave|held|met|saw|sent|shot|found|won|lost|led|ran|spoke|wrote|knew|thought|broke|drove|flew|fled|died|put|sold|bought|kept|paid|built|fought|brought|caught|sank|struck|stood|grew|threw|woke|hit|ended)$/

/** Verbs with which records, letters and witnesses tell what was. */
const telling =
  /^(?:say|tell|record|show|note|list|state|describe|report|mention|give|indicate|reveal|recall|remember|suggest|put|date|document|detail|confirm|claim|allege|insist)$/

/** Whether the clause around a time expression tells of the past or of what is to come. */
export function tenseAt(sentence: Sentence, range: Range): Tense {
  const { tokens } = sentence
  const at = tokenAt(tokens, range.start)
  if (at < 0) return 'unknown'
  const parsed = tokens[at]!.head >= 0 || tokens[at]!.deprel === 'root'
  const tense = (parsed ? tenseByParse(tokens, at) : undefined) ?? tenseByWords(tokens, at)
  // "It may close as early as Friday" lies ahead; "they knew as early as Friday" does not.
  if (/^(?:early|soon|late)$/.test(formAt(tokens, at - 2)) && formAt(tokens, at - 1) === 'as')
    return tense === 'past' && isFinitePast(tokens, at) ? 'past' : 'future'
  // Headlines tell the past in the present: "Police arrest two on Friday".
  return tense === 'present' && sentence.kind === 'heading' ? 'past' : tense
}

/** Nouns for a time that is waited for, and words for what is still to come. */
const deadline = /^(?:deadline|cutoff|expiry|due-date)s?$/
const coming = /^(?:upcoming|coming|forthcoming|impending|looming|next)$/
const setFor = /^(?:set|scheduled|rescheduled|slated|due|planned|fixed|called|postponed)$/

/**
 * "ahead of the vote on 12 November", "a vote set for 12 November", "the 12 November deadline", "the upcoming vote on 12 November",
 * "the trial begins on 12 November", "the summit, to be held on 12 November": whether the words show that the date was ahead when they were written.
 */
export function liesAhead(sentence: Sentence, range: Range): boolean {
  const { tokens } = sentence
  const at = tokenAt(tokens, range.start)
  if (at < 0 || sentence.kind === 'heading') return false
  const before = /^(?:for|on|by|at)$/.test(formAt(tokens, at - 1)) ? at - 2 : at - 1
  if (setFor.test(formAt(tokens, before)) && before < at - 1) return true
  const after = tokens.findIndex(({ start }) => start >= range.end)
  if (after >= 0 && deadline.test(formAt(tokens, after))) return true
  return waitsFor(tokens, before) || beginsThen(tokens, at)
}

/** "ahead of the council vote", "the upcoming vote", "the deadline of", "the deadline is": the noun before a date, with the words before it. */
function waitsFor(tokens: readonly Token[], noun: number): boolean {
  let i = noun
  while (i >= 0 && /^(?:of|is|,)$/.test(formAt(tokens, i))) i--
  if (deadline.test(formAt(tokens, i))) return true
  for (const from = i; i >= 0 && i > from - 6; i--) {
    if (coming.test(formAt(tokens, i)) || (formAt(tokens, i) === 'of' && formAt(tokens, i - 1) === 'ahead')) return true
    if (/^(?:VERB|AUX|PUNCT|SCONJ|PRON)$/.test(tokens[i]!.upos)) return false
  }
  return false
}

/** "The trial begins on 12 November", "…, to be held on 12 November": a verb in the present or behind "to" on which the date hangs. */
function beginsThen(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]!.head
  if (verb < 0 || verb > at || tokens[verb]!.upos !== 'VERB') return false
  const helpers = helpersOf(tokens, verb)
  const { xpos, lemma } = tokens[verb]!
  if (helpers.length === 0 && /^VB[PZ]$/.test(xpos)) return /^(?:begin|start|open|end|expire|close)$/.test(lemma)
  const to = formAt(tokens, verb - 1) === 'be' ? verb - 2 : verb - 1
  return formAt(tokens, to) === 'to' && formAt(tokens, to - 1) === ','
}

/** Whether the next verb to the left is a plain past tense: "knew", not "planned to meet". */
function isFinitePast(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 3; i >= Math.max(0, at - 12); i--) {
    const { upos, xpos } = tokens[i]!
    if (upos === 'VERB') return xpos === 'VBD' && !planWords.test(formAt(tokens, i))
  }
  return false
}

/** Index of the first token that ends after a place in the text; −1 behind the last. */
function tokenAt(tokens: readonly Token[], start: number): number {
  const found = firstEndingAfter(tokens, start)
  return found < tokens.length ? found : -1
}

/** Auxiliaries and copulas of a verb or predicate; they stand close by. */
function helpersOf(tokens: readonly Token[], verb: number): Token[] {
  return tokens
    .slice(Math.max(0, verb - 12), verb + 6)
    .filter((child) => child.head === verb && (child.deprel.startsWith('aux') || child.deprel === 'cop'))
}

function formAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.form.toLowerCase() ?? ''
}

function tenseByParse(tokens: readonly Token[], at: number): Tense | undefined {
  let i = at
  const direct = tokens[at]!.head >= 0 && tokens[tokens[at]!.head]!.upos === 'VERB'
  // A chain of heads longer than this is a parser's slip.
  for (let steps = 0; steps < 12; steps++) {
    const token = tokens[i]
    if (!token) return undefined
    if (/^(?:payable|effective)$/i.test(token.form)) return 'unknown'
    if ((token.upos === 'VERB' || token.upos === 'AUX') && i !== at) {
      const tense = tenseOfVerb(tokens, i)
      // "The council meets Friday" looks ahead; "Friday's attack is the worst" does not.
      // "The log records the grounding on Friday": a document speaks in the present of what is past.
      if (direct && tense === 'unknown' && /^VB[PZ]$/.test(token.xpos)) {
        return telling.test(token.lemma) ? 'past' : 'present'
      }
      if (tense !== 'unknown' || token.head < 0) return tense
    }
    if (token.head < 0) {
      return token.upos === 'VERB' || helpersOf(tokens, i).length > 0 ? tenseOfVerb(tokens, i) : undefined
    }
    i = token.head
  }
  return undefined
}

function tenseOfVerb(tokens: readonly Token[], verb: number): Tense {
  const token = tokens[verb]!
  const helpers = helpersOf(tokens, verb)
  if (helpers.some((child) => willWords.has(child.form.toLowerCase()))) return 'future'
  if (postponing.test(token.form.toLowerCase())) return 'future'
  if (token.xpos === 'VBD' || helpers.some((child) => child.xpos === 'VBD')) return 'past'
  const first = helpers[0]
  if (helpers.some((child) => /^(?:would|may|might|could|should|must)$/i.test(child.form))) return 'future'
  if (token.xpos === 'VBN' && first) return /^(?:has|have|'ve|’ve)$/i.test(first.form) ? 'past' : 'unknown'
  if (token.xpos === 'VB' && formAt(tokens, verb - 1) === 'to') {
    const governor = tokens[token.head]
    return governor && planWords.test(governor.form.toLowerCase()) ? 'future' : 'unknown'
  }
  return planWords.test(token.form.toLowerCase()) ? 'future' : 'unknown'
}

/** Without a parse, the nearest word that shows its tense decides, first to the left, then to the right. */
function tenseByWords(tokens: readonly Token[], at: number): Tense {
  const reach = 14
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const tense = tenseOfWord(tokens, i)
    if (tense) return tense
  }
  for (let i = at + 1; i < Math.min(tokens.length, at + reach); i++) {
    const tense = tenseOfWord(tokens, i)
    if (tense) return tense
  }
  return 'unknown'
}

function tenseOfWord(tokens: readonly Token[], at: number): Tense | undefined {
  const lower = tokens[at]!.form.toLowerCase()
  if (willWords.has(lower)) return 'future'
  const next = tokens[at + 1]?.form.toLowerCase()
  if (planWords.test(lower) && (next === 'to' || next === 'for' || !lower.endsWith('ed'))) return 'future'
  // "will be paid Dec. 14" is decided by what stands before "be".
  if (formAt(tokens, at - 1) === 'be') return undefined
  if (postponing.test(lower)) return 'future'
  if (pastWords.test(lower)) return 'past'
  // "a dividend payable Dec. 15" is no more past than the announcement's verb makes it.
  if (/^(?:payable|effective)$/.test(lower)) return 'unknown'
  return lower.length > 4 && lower.endsWith('ed') && !/^(?:succeed|proceed|exceed|indeed|speed|agreed)$/.test(lower)
    ? 'past'
    : undefined
}
