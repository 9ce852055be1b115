import type { Sentence, Token } from '../../model/reading.js'
import type { NumberPhrase, TimePhrase } from '../../model/when.js'
import { type Amount, readAmount } from './amounts.js'
import { type Hedge, hedgeBefore, hedgeBehind } from './hedges.js'
import { currencySigns, currencyWords, dollars, measures } from './units.js'
import { isHyphen, lowerAt, readWords, type Word } from './words.js'

/**
 * Finds the numbers of a report with what they count. Those inside dates and times are left to dates/; lengths of time
 * count ("four-month contract": 4, month).
 *
 * Values: "4", "30..40", "10.." (at least), "..5" (at most), "~300" (about), "2/3"; "tens of thousands" is "10000..",
 * the least that the words allow.
 */
export function findNumbers(
  text: string,
  sentences: readonly Sentence[],
  times: readonly TimePhrase[],
): NumberPhrase[] {
  const bySentence = new Map<number, TimePhrase[]>()
  for (const time of times) {
    const list = bySentence.get(time.sentence)
    if (list) list.push(time)
    else bySentence.set(time.sentence, [time])
  }
  return sentences.flatMap((sentence) => numbersOf(text, sentence, bySentence.get(sentence.index) ?? []))
}

/** A sentence with its words, and for each word the token it begins in. */
interface Page {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly tokenOf: readonly number[]
  /** Whether the tokens carry a tree. */
  readonly parsed: boolean
}

function numbersOf(text: string, sentence: Sentence, times: readonly TimePhrase[]): NumberPhrase[] {
  const words = readWords(text, sentence)
  const page: Page = {
    sentence,
    words,
    tokenOf: alignTokens(words, sentence.tokens),
    parsed: sentence.tokens.some((token) => token.head >= 0),
  }
  const taken = wordsOfDates(words, times)
  const numbers: NumberPhrase[] = []
  for (let at = 0; at < words.length; at++) {
    if (taken.has(at)) continue
    const found = readNumber(page, at, taken)
    if (!found) continue
    const before = numbers.at(-1)
    // "ages 10, 9 and 4"
    const age =
      before?.rule === 'age' &&
      found.phrase.unit === null &&
      /^,? ?(?:and )?$/.test(text.slice(before.end, found.phrase.start).replace(/\s/g, ' '))
    numbers.push(age ? { ...found.phrase, unit: before.unit, rule: 'age' } : found.phrase)
    at = Math.max(at, found.end - 1)
  }
  return numbers
}

/** The words of dates, times and recurring times; a rate ("a month") and a length of time are not theirs. */
function wordsOfDates(words: readonly Word[], times: readonly TimePhrase[]): Set<number> {
  const taken = new Set<number>()
  let from = 0
  for (const { kind, start, end, rule } of times) {
    if (kind === 'duration' || rule === 'rate') continue
    while (from > 0 && words[from - 1]!.start >= start) from--
    while (from < words.length && words[from]!.end <= start) from++
    const first = words[from]?.lower ?? ''
    if (kind === 'set' && first !== 'every' && first !== 'each') continue
    for (let i = from; i < words.length && words[i]!.start < end; i++) taken.add(i)
  }
  return taken
}

interface Found {
  readonly phrase: NumberPhrase
  /** Index of the word after the number itself. */
  readonly end: number
}

function readNumber(page: Page, at: number, taken: ReadonlySet<number>): Found | undefined {
  const { words } = page
  const word = words[at]!
  const sign = currencySigns.get(word.form)
  const prefix = sign === 'USD' && words[at - 1] && !word.spaced ? dollars.get(lowerAt(words, at - 1)) : undefined
  if (sign === undefined) {
    const times = timesWord(page, at)
    if (times) return times
  }
  const start = sign === undefined ? at : at + 1
  const amount = readAmount(words, start)
  if (!amount || taken.has(amount.end - 1)) return undefined
  if (sign === undefined && !isCount(page, at, amount)) return undefined
  // "forty or so houses", "10% or more": the hedge may stand before the unit or behind it.
  const inner = hedgeBehind(words, amount.end)
  const counted = inner ? { ...amount, end: inner.end } : amount
  const unit =
    sign !== undefined ? { unit: prefix ?? sign, end: amount.end, rule: 'money' } : unitAfter(page, at, counted)
  if (sign === undefined && unit.unit === null && (word.lower === 'one' || standsInName(words, at, amount)))
    return undefined
  const first = prefix !== undefined ? at - 1 : at
  const over = hedgeBefore(words, first)
  // "under one roof" and "over one shoulder" are places.
  const front =
    over && amount.low === 1 && /^(?:under|over|above|below)$/.test(lowerAt(words, over.first)) ? undefined : over
  const late = inner ?? hedgeBehind(words, unit.end)
  const end = late && late.end > unit.end ? late.end : unit.end
  return {
    end: Math.max(amount.end, sign !== undefined ? amount.end : Math.min(end, amount.end + 2)),
    phrase: {
      start: words[front ? front.first : first]!.start,
      end: words[end - 1]!.end,
      sentence: page.sentence.index,
      value: spell(amount, late?.hedge ?? front?.hedge),
      unit: unit.unit,
      per: perAfter(words, end),
      rule: unit.rule === '' ? amount.rule : unit.rule,
    },
  }
}

/** "twice" and "three times": how often. */
function timesWord(page: Page, at: number): Found | undefined {
  const { words } = page
  const lower = lowerAt(words, at)
  if (lower !== 'twice' && lower !== 'thrice') return undefined
  const word = words[at]!
  const value = lower === 'twice' ? '2' : '3'
  return {
    end: at + 1,
    phrase: {
      start: word.start,
      end: word.end,
      sentence: page.sentence.index,
      value,
      unit: 'time',
      per: perAfter(words, at + 1),
      rule: 'times',
    },
  }
}

/** Leaves out "one" where it is a pronoun, parts of codes and scores, and figures glued to letters. */
function isCount(page: Page, at: number, amount: Amount): boolean {
  const { words } = page
  const word = words[at]!
  const before = words[at - 1]
  const next = words[amount.end]
  if (word.lower === 'one' || word.lower === 'zero') {
    // "one-on-one" counts nothing.
    if (isHyphen(words, at - 1) || (isHyphen(words, at + 1) && lowerAt(words, at + 2) === 'on')) return false
    if (amount.end === at + 1 && !isCountedOne(page, at)) return false
  }
  if (word.kind === 'digits') {
    if (before && !word.spaced && before.kind === 'letters') return false
    if (
      before &&
      !word.spaced &&
      /^[-–/.:#'_@&]$/.test(before.form) &&
      !(before.form === '-' && before.spaced && at > 1)
    )
      return false
    if (next && !next.spaced && /^[/:_@&]$/.test(next.form) && words[amount.end + 1]?.spaced === false) return false
    // "3-1" is a score, "F-16" a name, "555-0123" a telephone number.
    if (isHyphen(words, amount.end) && words[amount.end + 1]?.kind === 'digits' && !words[amount.end + 1]?.spaced)
      return false
    if (next && !next.spaced && next.kind === 'letters' && !measures.has(next.lower) && !/^(?:m|s)$/.test(next.lower))
      return false
    if (next && !next.spaced && (next.lower === 's' || next.lower === "'")) return false
    if (at === 0 && next?.form === '.' && !next.spaced && words[amount.end + 1] !== undefined) return false
  }
  const named =
    /^(?:no|number|route|flight|page|chapter|article|section|room|gate|channel|highway|platform|group|unit|brigade|division)$/
  if (before && named.test(before.lower) && (before.capital || before.lower !== 'group')) return false
  return !(before?.form === '.' && !before.spaced && /^no$/.test(lowerAt(words, at - 2)))
}

/** "one soldier", "one of the men": not "one another", "no one", "that one". */
function isCountedOne(page: Page, at: number): boolean {
  const { words, sentence, tokenOf } = page
  // "one of the soldiers" is a soldier, "one of the busiest ports" merely a port.
  if (lowerAt(words, at + 1) === 'of') {
    const noun = sentence.tokens[tokenOf[at + 3] ?? -1]
    return /^(?:the|his|her|its|their|our|those|these)$/.test(lowerAt(words, at + 2)) && noun?.xpos === 'NNS'
  }
  if (/^(?:no|this|that|the|every|each|any|which|another|some)$/.test(lowerAt(words, at - 1))) return false
  if (isHyphen(words, at + 1)) return measures.has(lowerAt(words, at + 2))
  const token = sentence.tokens[tokenOf[at] ?? -1]
  const next = words[at + 1]
  if (!token || !next || next.kind !== 'letters' || /^(?:day|another|who|that|thing)$/.test(next.lower)) return false
  return token.head >= 0 ? token.deprel.startsWith('nummod') : true
}

/** "Boeing 737", "Apollo 11": a figure after a name and before nothing it could count. */
function standsInName(words: readonly Word[], at: number, amount: Amount): boolean {
  const before = words[at - 1]
  const word = words[at]!
  if (word.kind !== 'digits') return false
  // "1587 W. 87th St." is an address.
  if (/^[NESW]$/.test(words[amount.end]?.form ?? '') && words[amount.end + 1]?.form === '.') return true
  return before?.kind === 'letters' && before.capital && amount.rule === 'numeral' && at > 1
}

interface UnitRead {
  readonly unit: string | null
  readonly end: number
  readonly rule: string
}

/** What is counted: a unit of measure, an age, the noun that governs the numeral, or the next noun by form. */
function unitAfter(page: Page, at: number, amount: Amount): UnitRead {
  const { words } = page
  let i = amount.end
  const age = readAge(words, at, i)
  if (age) return age
  const hyphen = isHyphen(words, i)
  if (hyphen) i++
  if (words[i]?.form === '%') return { unit: '%', end: i + 1, rule: 'percentage' }
  if (lowerAt(words, i) === 'per' && lowerAt(words, i + 1) === 'cent')
    return { unit: '%', end: i + 2, rule: 'percentage' }
  if (lowerAt(words, i) === 'percent' || lowerAt(words, i) === 'percentage') {
    return { unit: '%', end: /^points?$/.test(lowerAt(words, i + 1)) ? i + 2 : i + 1, rule: 'percentage' }
  }
  const nation =
    /^(?:us|u|canadian|australian|american|british|russian|egyptian|swiss|norwegian|swedish|danish|hong|new)$/.test(
      lowerAt(words, i),
    )
  const money = currencyWords.get(lowerAt(words, nation ? i + 1 : i))
  if (money !== undefined && !(lowerAt(words, i) === 'pounds' && lowerAt(words, i + 1) === 'of')) {
    return { unit: money, end: nation ? i + 2 : i + 1, rule: 'money' }
  }
  const square = /^(?:square|cubic|nautical)$/.test(lowerAt(words, i)) ? lowerAt(words, i) : ''
  const more = /^(?:more|full|whole|additional|further|long|straight|consecutive)$/.test(lowerAt(words, i)) && !hyphen
  const start = square !== '' || more ? i + 1 : i
  const measure =
    measures.get(lowerAt(words, start)) ??
    (lowerAt(words, start) === 'm' && words[at]?.kind === 'digits' ? 'm' : undefined)
  if (measure !== undefined)
    return { unit: square === '' ? measure : `${square} ${measure}`, end: start + 1, rule: 'measure' }
  if (lowerAt(words, i) === 'times') return { unit: 'time', end: i + 1, rule: 'times' }
  return countedNoun(page, at, amount, hyphen)
}

/** "26-year-old", "26 years old", "aged 26", and the bare figure after a name: "Smith, 26, said". */
function readAge(words: readonly Word[], at: number, end: number): UnitRead | undefined {
  const hyphen = isHyphen(words, end) ? end + 1 : end
  const unit = lowerAt(words, hyphen)
  if (/^(?:year|years|month|months)$/.test(unit)) {
    const old = isHyphen(words, hyphen + 1) ? hyphen + 2 : hyphen + 1
    if (/^olds?$/.test(lowerAt(words, old)))
      return { unit: unit.startsWith('year') ? 'year-old' : 'month-old', end: old + 1, rule: 'age' }
  }
  if (/^(?:aged|age|ages)$/.test(lowerAt(words, at - 1))) return { unit: 'year-old', end, rule: 'age' }
  const name = words[at - 2]
  const value = Number(words[at]?.form)
  const closed = !words[end] || /^[,.;)–-]$/.test(words[end]!.form)
  const comma = words[at - 1]?.form === ','
  if (
    comma &&
    closed &&
    end === at + 1 &&
    name?.kind === 'letters' &&
    name.capital &&
    !name.form.endsWith('.') &&
    value >= 1 &&
    value <= 115
  ) {
    return { unit: 'year-old', end, rule: 'age' }
  }
  return undefined
}

function countedNoun(page: Page, at: number, amount: Amount, hyphen: boolean): UnitRead {
  const { sentence, tokenOf } = page
  const { tokens } = sentence
  const lastWord = amount.end - 1
  if (page.parsed && amount.fraction === null && amount.rule !== 'vague-plural' && !hyphen) {
    for (let i = lastWord; i >= at; i--) {
      const index = tokenOf[i] ?? -1
      const token = tokens[index]
      const noun = token?.deprel.startsWith('nummod') ? tokens[token.head] : undefined
      if (token && noun && isNoun(noun) && token.head > index && token.head - index <= 6) {
        return { unit: noun.lemma.toLowerCase(), end: endOf(page, noun, amount.end), rule: 'counted-noun' }
      }
    }
  }
  return nextNoun(page, amount, hyphen)
}

/** The first noun of the few words that follow: "two other armed men", "dozens of soldiers", "two thirds of the votes". */
function nextNoun(page: Page, amount: Amount, hyphen: boolean): UnitRead {
  const { words, sentence, tokenOf } = page
  const { tokens } = sentence
  let i = hyphen ? amount.end + 1 : amount.end
  const of = lowerAt(words, i) === 'of'
  if (of) i++
  if (of && /^(?:the|his|her|its|their|our|those|these|all)$/.test(lowerAt(words, i))) i++
  else if (amount.fraction !== null && !of && /^(?:the|its|their)$/.test(lowerAt(words, i))) i++
  const none = { unit: null, end: amount.end, rule: '' }
  for (let steps = 0; steps < 4; steps++, i++) {
    const word = words[i]
    if (word?.kind !== 'letters') return none
    const index = tokenOf[i] ?? -1
    const token = tokens[index]
    if (!token) return none
    if (token.upos === 'X' || token.upos === '') {
      return plain.test(word.lower) || word.lower.endsWith('ed')
        ? none
        : { unit: singular(word.lower), end: i + 1, rule: 'next-noun' }
    }
    if (isNoun(token)) {
      const following = tokens[index + 1]
      // "two police officers": the last of a row of nouns is counted.
      if (following && isNoun(following) && token.xpos !== 'NNS' && !hyphen && following.start - token.end <= 1)
        continue
      // "150 of the caravan’s members"
      if (following && /^['’]s?$/.test(following.form) && of) {
        i++
        continue
      }
      if (token.upos === 'PROPN' && !of) return none
      return { unit: token.lemma.toLowerCase(), end: i + 1, rule: 'next-noun' }
    }
    if (!['ADJ', 'DET', 'PROPN', 'ADV', 'NUM', 'VERB'].includes(token.upos)) return none
    if (token.upos === 'VERB' && !/^(?:VBG|VBN)$/.test(token.xpos)) return none
  }
  return none
}

const plain =
  /^(?:in|of|on|at|to|and|or|the|a|an|is|was|were|are|had|have|has|can|could|may|might|must|should|would|do|does|did|be|been|not|who|that|for|from|by|with|as|but|after|before|said|when|while|than|during|between|into|since|until|will|be|it|he|she|they|killed|died|injured|wounded|dead|others)$/

function singular(lower: string): string {
  if (lower === 'men') return 'man'
  if (lower === 'women') return 'woman'
  if (lower === 'children') return 'child'
  if (lower === 'people') return 'people'
  if (lower.endsWith('ies') && lower.length > 4) return lower.slice(0, -3) + 'y'
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}

function isNoun(token: Token): boolean {
  return token.upos === 'NOUN' || token.upos === 'PROPN'
}

function endOf(page: Page, noun: Token, least: number): number {
  let i = least
  while (i < page.words.length && page.words[i]!.start < noun.end) i++
  return i
}

/** The unit of time or thing that the number is for one of: "per week", "a month", "each day", "/day". */
function perAfter(words: readonly Word[], at: number): string | null {
  let i = at
  // "$10,000 (£8,186) a month": the bracket between does not part them.
  if (words[i]?.form === '(' || words[i]?.form === '[') {
    let close = i + 1
    while (close < words.length && close - i < 10 && words[close]!.form !== ')' && words[close]!.form !== ']') close++
    if (close < words.length && close - i < 10) i = close + 1
  } else if (words[i]?.form === ')' || words[i]?.form === ']') i++
  const lower = lowerAt(words, i)
  if (lower === 'per' || lower === '/') {
    const noun = words[i + 1]
    if (noun?.lower === 'h') return 'hour'
    return noun?.kind === 'letters' ? (measures.get(noun.lower) ?? singular(noun.lower)) : null
  }
  if (lower !== 'a' && lower !== 'an' && lower !== 'each' && lower !== 'every') return null
  const unit = measures.get(lowerAt(words, i + 1))
  return unit !== undefined &&
    /^(?:second|minute|hour|day|week|month|year|barrel|gallon|litre|tonne|ton|acre)$/.test(unit)
    ? unit
    : null
}

function spell(amount: Amount, hedge: Hedge | undefined): string {
  if (amount.high === Number.POSITIVE_INFINITY) return `${figure(amount.low)}..`
  if (amount.low !== amount.high) return `${hedge === 'about' ? '~' : ''}${figure(amount.low)}..${figure(amount.high)}`
  const value = amount.fraction ?? figure(amount.low)
  if (hedge === 'least') return `${value}..`
  if (hedge === 'most') return `..${value}`
  return hedge === 'about' ? `~${value}` : value
}

/** Plain digits, never with an exponent or in binary dust. */
function figure(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  return String(Math.round(value * 1e6) / 1e6)
}

/** For each word the index of the token it begins in; −1 where there is none. */
function alignTokens(words: readonly Word[], tokens: readonly Token[]): number[] {
  let i = 0
  return words.map((word) => {
    while (i < tokens.length && tokens[i]!.end <= word.start) i++
    const token = tokens[i]
    return token && token.start <= word.start && word.start < token.end ? i : -1
  })
}
