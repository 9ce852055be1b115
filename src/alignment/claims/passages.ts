import { holdsNot, isDenial } from '../../model/denial.js'
import type { Statement } from '../../model/findings.js'
import { type Reading, type Sentence, sentenceAt } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import type { When } from '../../model/when.js'

/** A stretch of one sentence that tells of something, with what is known of it: a statement, a whole sentence, or the mention of an event. */
export interface Passage {
  readonly page: Page
  readonly sentence: Sentence
  /** Token indices within the sentence, end left out. */
  readonly first: number
  readonly end: number
  /** Token index of what happens or holds. */
  readonly head: number
  /** Token indices of those who do it and those it is done to; −1 where nobody is known. */
  readonly agent: number
  readonly patient: number
  readonly when: When | null
  /** Entity id of the place, or null. */
  readonly where: string | null
  readonly numbers: readonly (Range & { readonly value: string; readonly unit: string | null })[]
  /** Whether whoever speaks holds that it is so; see holdsNot. */
  readonly polarity: 'positive' | 'negative'
  /** Whether somebody is said to deny it. */
  readonly isDenied: boolean
  /** Entity id of the innermost voice; "outlet" where the report says it itself. */
  readonly root: string
}

/** One report with the entity, if any, that stands at each token; see `pageOf`. */
export interface Page {
  readonly reading: Reading
  /** The same for all reports of a story but different from report to report. */
  readonly report: number
  /** The entity whose mention has its head at a token, by sentence and token. */
  readonly entityAt: (sentence: number, token: number) => EntityAt | undefined
  /** Whether a token is part of a name without being its head. */
  readonly isInsideName: (sentence: number, token: number) => boolean
  /** The value of the number phrase in which a token stands. */
  readonly numberAt: (sentence: number, position: number) => string | undefined
}

export interface EntityAt {
  readonly id: string
  readonly how: 'name' | 'nominal' | 'pronoun'
  /** The surname of a person who is named, in small letters: what a slip in the first name leaves standing. */
  readonly surname: string | null
}

/** Makes a report ready to be compared; `entityOf` gives the entity ids of its characters. */
export function pageOf(reading: Reading, report: number, entityOf: readonly string[]): Page {
  const heads = new Map<number, EntityAt>()
  const insides = new Set<number>()
  for (const mention of reading.mentions) {
    if (mention.character < 0) continue
    const id = entityOf[mention.character]
    if (id === undefined) continue
    const key = mention.sentence * 4096 + mention.headToken
    const known = heads.get(key)
    if (!known || mention.kind === 'name') {
      const isPerson = mention.kind === 'name' && mention.type === 'person'
      const name = isPerson ? reading.report.text.slice(mention.start, mention.end) : ''
      heads.set(key, { id, how: mention.kind, surname: /([^\s'’]+)(?:['’]s)?$/.exec(name)?.[1] ?? null })
    }
    if (mention.kind !== 'name') continue
    for (let t = mention.firstToken; t < mention.endToken; t++)
      if (t !== mention.headToken) insides.add(mention.sentence * 4096 + t)
  }
  const numbers = new Map<number, Reading['numbers'][number][]>()
  for (const number of reading.numbers) {
    const list = numbers.get(number.sentence)
    if (list) list.push(number)
    else numbers.set(number.sentence, [number])
  }
  return {
    reading,
    report,
    numberAt: (sentence, position) => {
      const number = numbers.get(sentence)?.find(({ start, end }) => start <= position && position < end)
      return number && figureOf(number)
    },
    entityAt: (sentence, token) => heads.get(sentence * 4096 + token),
    isInsideName: (sentence, token) => insides.has(sentence * 4096 + token),
  }
}

/** "about 30" is told by the same figure as "30": the value without the mark of an approximate one. */
export function figureOf({ value }: { readonly value: string }): string {
  return value.replace('~', '')
}

/** A statement as a passage; undefined where its words do not lie in one sentence of the page. */
export function statementPassage(statement: Statement, page: Page): Passage | undefined {
  const sentence = sentenceAt(page.reading.sentences, statement.start)
  if (!sentence) return undefined
  const { tokens } = sentence
  const inside = tokens.flatMap((token, t) => (token.start >= statement.start && token.end <= statement.end ? [t] : []))
  const cue = statement.because.spans[0] ?? statement
  const head = tokens.findIndex((token) => token.start >= cue.start && token.end <= cue.end)
  if (inside.length === 0 || head < 0) return undefined
  const roleAt = (...names: readonly string[]) => {
    const role = statement.event.roles.find((r) => names.includes(r.role))
    return role ? headOf(sentence, role) : -1
  }
  return {
    page,
    sentence,
    first: inside[0]!,
    end: inside.at(-1)! + 1,
    head,
    agent: roleAt('agent'),
    patient: roleAt('patient', 'attribute', 'recipient'),
    when: statement.when,
    where: statement.where,
    numbers: statement.numbers,
    polarity: holdsNot(statement) ? 'negative' : 'positive',
    isDenied: isDenial(statement),
    root: statement.chain.at(-1) ?? 'outlet',
  }
}

/** The token of a range that governs the rest: the one whose own governor lies outside; −1 where the range holds none. */
export function headOf({ tokens }: Sentence, range: Range): number {
  let found = -1
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t]!
    if (token.start < range.start || token.end > range.end || token.upos === 'PUNCT') continue
    const governor = tokens[token.head]
    if (!governor || governor.start < range.start || governor.end > range.end) return t
    if (found < 0) found = t
  }
  return found
}
