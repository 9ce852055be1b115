import { combine, hashString } from '../../weights/hash.js'
import type { LinearModel } from '../../weights/linear-model.js'
import type { RawToken } from '../layers.js'
import { leadsOn } from './abbreviations.js'
import { isUpper, Kind, kindAt } from './characters.js'

/** What the model sees of the tokens of one block: one number a token. */
export interface Clues {
  readonly length: number
  readonly words: readonly number[]
  readonly shapes: readonly number[]
  /** 1 where no white space stands before the token. */
  readonly glued: readonly number[]
  /** Quotes and brackets open before the token. */
  readonly open: readonly number[]
  /** 1 for words that often open a sentence and seldom a name: "He", "In", "However". */
  readonly openers: readonly number[]
  /** 1 for verbs of saying. */
  readonly saying: readonly number[]
}

/** Room for the features of one gap. */
export const boundaryFeatureRoom = 40

const Shape = {
  lower: 1,
  capital: 2,
  allCapitals: 3,
  initial: 4,
  figure: 5,
  mixed: 6,
  stop: 7,
  question: 8,
  ellipsis: 9,
  colon: 10,
  semicolon: 11,
  comma: 12,
  dash: 13,
  openingQuote: 14,
  closingQuote: 15,
  openingBracket: 16,
  closingBracket: 17,
  abbreviation: 18,
  leading: 19,
  dotted: 20,
  symbol: 21,
  outside: 22,
} as const

/** Indices of the tokens after which a sentence ends, from token `from` on; the last token always ends one. */
export function findBoundaries(text: string, tokens: readonly RawToken[], from: number, model: LinearModel): number[] {
  if (tokens.length === 0) return []
  const last = tokens.length - 1
  if (last <= from) return [last]
  const ends: number[] = []
  const clues = cluesOf(text, tokens)
  const scores = new Int32Array(model.classes.length)
  // Many blocks are headings with nothing to ask the model about.
  let features: Uint32Array | undefined
  let since = from
  for (let gap = from; gap < last; gap++) {
    if (!isCandidate(clues, gap)) continue
    features ??= new Uint32Array(boundaryFeatureRoom)
    model.score(features, boundaryFeatures(clues, gap, since, features), scores)
    if (scores[1]! <= scores[0]!) continue
    ends.push(gap)
    since = gap + 1
  }
  ends.push(last)
  return ends
}

/** Reads the tokens of a block once. */
export function cluesOf(text: string, tokens: readonly RawToken[]): Clues {
  const words: number[] = []
  const shapes: number[] = []
  const glued: number[] = []
  const open: number[] = []
  const openers: number[] = []
  const saying: number[] = []
  let quotes = 0
  let brackets = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const isGlued = i > 0 && tokens[i - 1]!.end === token.start
    const next = tokens[i + 1]
    // A quote at the very end closes, whatever its form: it may have been set apart or the wrong way round.
    const closes = quotes > 0 || !next
    const shape = shapeOf(text, token, isGlued, next?.start === token.end, closes)
    open.push(Math.min(quotes, 1) + 2 * Math.min(brackets, 1))
    if (shape === Shape.openingQuote) quotes++
    else if (shape === Shape.closingQuote) quotes = Math.max(0, quotes - 1)
    else if (shape === Shape.openingBracket) brackets++
    else if (shape === Shape.closingBracket) brackets = Math.max(0, brackets - 1)
    glued.push(isGlued ? 1 : 0)
    shapes.push(shape)
    const lower = token.form.length > 30 ? '' : token.form.toLowerCase()
    words.push(shape === Shape.figure ? 1000 + Math.min(token.form.length, 6) : hashString(lower))
    openers.push(openingWords.has(lower) ? 1 : 0)
    saying.push(verbsOfSaying.has(lower) ? 1 : 0)
  }
  for (let i = 0; i + 1 < tokens.length; i++) {
    // "K. Michael Stevens", "H.W. Bush": an initial ends a sentence only before a word that likes to open one.
    const initial = shapes[i] === Shape.abbreviation && isInitials(tokens[i]!.form)
    if (initial && openers[i + 1] === 0 && shapes[i + 1]! <= Shape.initial) shapes[i] = Shape.leading
  }
  return { length: tokens.length, words, shapes, glued, open, openers, saying }
}

/** Whether a sentence may end after this token at all; the model is asked about these gaps only. */
export function isCandidate(clues: Clues, gap: number): boolean {
  const { shapes } = clues
  const before = shapes[gap]!
  if (before < Shape.stop && before !== Shape.figure) return false
  const mark = markOf(clues, gap)
  return (
    (isTerminal(shapes[mark]!) || shapes[mark] === Shape.abbreviation || isAside(clues, gap)) &&
    !isInsideMarks(clues, gap) &&
    !quoteGoesOn(clues, gap, mark) &&
    !timeGoesOn(clues, gap)
  )
}

/**
 * Index of the token that would end the sentence: "…", "?" or "." before closing quotes, brackets and the number of a note.
 *
 * "minority rights. 4 Even though", "to him.” [23] Letters in": the mark is the full stop.
 */
function markOf({ shapes }: Clues, gap: number): number {
  let mark = gap
  if (
    shapes[mark] === Shape.closingBracket &&
    shapes[mark - 1] === Shape.figure &&
    shapes[mark - 2] === Shape.openingBracket
  ) {
    mark = beforeClosers(shapes, mark - 3)
    return mark >= 0 && isTerminal(shapes[mark]!) ? mark : gap - 2
  }
  if (shapes[mark] === Shape.figure && mark > 0 && isTerminal(shapes[mark - 1]!)) mark--
  return beforeClosers(shapes, mark)
}

function beforeClosers(shapes: readonly number[], from: number): number {
  let at = from
  // No quote is nested deeper; a text of nothing but brackets must not be read again and again.
  while (at > 0 && at > from - 8 && isCloser(shapes[at]!)) at--
  return at
}

/** "[Laughter] He went on", "(Applause) Thank you": a bracket that stands where a sentence begins. */
function isAside({ shapes }: Clues, gap: number): boolean {
  if (shapes[gap] !== Shape.closingBracket) return false
  for (let i = gap - 1; i >= Math.max(0, gap - 6); i--) {
    if (shapes[i] === Shape.openingBracket) return i === 0 || isTerminal(shapes[i - 1]!)
  }
  return false
}

/** Closing marks and dots stay with what they close; "end.Next" is two sentences, "end.next" is not. */
function isInsideMarks({ shapes, glued }: Clues, gap: number): boolean {
  const after = shapes[gap + 1]!
  if (isCloser(after) || after === Shape.ellipsis || after === Shape.comma) return true
  if (glued[gap + 1] === 0) return false
  // "on Wednesday."We understand", "in full.”“It will": the space was lost where two paragraphs were joined.
  const closed = isTerminal(shapes[gap]!) || shapes[gap] === Shape.closingQuote
  if (isOpener(after) && closed) return shapes[gap + 2] !== Shape.capital
  if (isTerminal(after) || after > Shape.mixed) return true
  return shapes[gap] === Shape.abbreviation || after === Shape.lower || after === Shape.figure
}

/** "9 p.m. Thursday", "1:25 p.m. ET": the day and the zone belong to the time. */
function timeGoesOn({ shapes, words }: Clues, gap: number): boolean {
  if (shapes[gap] !== Shape.abbreviation || !halfDays.has(words[gap]!)) return false
  const after = shapes[gap + 1]!
  return after === Shape.allCapitals || after === Shape.figure || days.has(words[gap + 1]!)
}

/** "“Why not?” said the mayor", "“Never!” Brandt wrote": the sentence goes on after the quote. */
function quoteGoesOn({ shapes, saying }: Clues, gap: number, mark: number): boolean {
  if (mark === gap) return false
  if (shapes[gap + 1] === Shape.lower) return true
  if (shapes[mark] !== Shape.question) return false
  for (let i = gap + 1; i <= gap + 4 && i < shapes.length; i++) {
    if (saying[i] === 1) return i > gap + 1
    if (shapes[i]! > Shape.initial && shapes[i] !== Shape.leading) return false
  }
  return false
}

/** Writes the features of the gap after token `gap` into `out` and gives their number; `since` is the sentence's first token. */
export function boundaryFeatures(clues: Clues, gap: number, since: number, out: Uint32Array): number {
  const { shapes, words, glued, open, openers } = clues
  const at = (list: readonly number[], i: number) => (i < 0 || i >= clues.length ? Shape.outside : list[i]!)
  const mark = Math.max(since, markOf(clues, gap))
  // An opening quote or bracket hides the first word.
  let first = gap + 1
  while (first < clues.length - 1 && first < gap + 8 && isOpener(shapes[first]!)) first++

  const markShape = at(shapes, mark)
  const markWord = at(words, mark)
  const closed = gap - mark
  const opened = first - gap - 1
  const firstShape = at(shapes, first)
  const firstWord = at(words, first)
  const beforeShape = at(shapes, mark - 1)
  const beforeWord = at(words, mark - 1)
  const afterShape = at(shapes, first + 1)
  const afterWord = at(words, first + 1)
  const length = Math.min(gap - since, 30)
  const lengthBucket = length < 4 ? length : length < 8 ? 4 : length < 16 ? 5 : 6
  const rest = Math.min(clues.length - gap - 2, 8)
  const state = open[gap + 1]! * 2 + glued[gap + 1]!
  const mark2 = combine(markWord, firstShape)

  let n = 0
  const add = (kind: number, value: number) => {
    out[n++] = combine(kind, value)
  }
  add(1, 0)
  add(2, markWord)
  add(3, firstWord)
  add(4, markShape * 32 + firstShape)
  add(5, mark2)
  add(6, combine(firstWord, markShape))
  add(7, combine(markWord, firstWord))
  add(8, combine(markWord, beforeWord))
  add(9, combine(combine(markShape, beforeShape), firstShape))
  add(10, combine(combine(markShape, firstShape), afterShape))
  add(11, combine(firstWord, afterWord))
  add(12, combine(combine(markShape, firstShape), afterWord))
  add(13, combine(mark2, state))
  add(14, combine(mark2, closed * 4 + Math.min(opened, 3)))
  add(15, combine(mark2, lengthBucket))
  add(16, combine(combine(markShape, firstShape), rest))
  add(17, combine(beforeWord, markShape * 32 + firstShape))
  add(18, combine(combine(at(shapes, gap), at(shapes, gap + 1)), state))
  add(19, combine(combine(markShape, firstShape), at(words, since)))
  add(20, combine(combine(markShape, beforeShape), at(shapes, mark - 2)))
  add(21, combine(combine(markShape * 32 + firstShape, afterShape), at(shapes, first + 2)))
  add(22, combine(markShape * 32 + firstShape, at(shapes, since) * 8 + lengthBucket))
  add(24, combine(markShape * 32 + firstShape, at(openers, first) * 4 + at(openers, first + 1)))
  add(26, combine(markShape * 32 + firstShape, closed * 4 + Math.min(opened, 3)))
  add(25, combine(mark2, at(openers, first)))
  add(23, combine(mark2, open[gap + 1]! * 4 + Math.min(closed, 3)))
  return n
}

function isTerminal(shape: number): boolean {
  return shape === Shape.stop || shape === Shape.question || shape === Shape.ellipsis
}

function isCloser(shape: number): boolean {
  return shape === Shape.closingQuote || shape === Shape.closingBracket
}

function isOpener(shape: number): boolean {
  return shape === Shape.openingQuote || shape === Shape.openingBracket
}

const halfDays = new Set(['a.m.', 'p.m.'].map(hashString))

const days = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. today ' +
    'january february march april may june july august september october november december ' +
    'jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. eastern pacific central local'
  )
    .split(' ')
    .map(hashString),
)

/** One capital or two that stand for a person's names; "U.S." and "D.C." are places. */
function isInitials(form: string): boolean {
  return form.length === 2 || (/^[A-Z]\.[A-Z]\.$/.test(form) && !knownPairs.has(form))
}

const knownPairs = new Set(
  'U.S. U.N. U.K. E.U. D.C. L.A. N.Y. N.J. S.C. N.C. N.H. N.M. S.D. N.D. R.I. M.D. B.A. M.A. P.M. A.M. B.C. A.D. P.S. O.K.'.split(
    ' ',
  ),
)

const openingWords = new Set(
  (
    'the a an he she it they we you i this that these those his her its their our my in on at for from with after before ' +
    'but and or so yet if when while as there however what who why how where although though since because also even ' +
    'then now not no both many most some other others according meanwhile despite during under until by to another each ' +
    'every all one two three more such still instead here once only'
  ).split(' '),
)

const verbsOfSaying = new Set(
  (
    'said says say saying asked asks wrote writes tweeted tweets told tells added adds replied replies continued continues shouted ' +
    'yelled screamed cried exclaimed demanded wondered declared joked recalled responded responds explained explains ' +
    'remarked posted quipped insisted warned argued noted concluded commented began called announced read reads recounted retorted snapped stated testified observed mused ' +
    'pleaded urged thundered chanted texted emailed inquired pressed'
  ).split(' '),
)

const marks: ReadonlyMap<string, number> = new Map([
  ['.', Shape.stop],
  ['?', Shape.question],
  ['!', Shape.question],
  ['…', Shape.ellipsis],
  [':', Shape.colon],
  [';', Shape.semicolon],
  [',', Shape.comma],
  ['-', Shape.dash],
  ['–', Shape.dash],
  ['—', Shape.dash],
  ['―', Shape.dash],
  ['“', Shape.openingQuote],
  ['„', Shape.openingQuote],
  ['«', Shape.openingQuote],
  ['‹', Shape.openingQuote],
  ['”', Shape.closingQuote],
  ['»', Shape.closingQuote],
  ['›', Shape.closingQuote],
  ['(', Shape.openingBracket],
  ['[', Shape.openingBracket],
  ['{', Shape.openingBracket],
  [')', Shape.closingBracket],
  [']', Shape.closingBracket],
  ['}', Shape.closingBracket],
])

function shapeOf(text: string, token: RawToken, isGlued: boolean, gluesNext: boolean, closes: boolean): number {
  const { form, start, end } = token
  const kind = kindAt(text, start)
  if (kind === Kind.Digit) return Shape.figure
  if (kind === Kind.Letter) {
    if (form.length > 1 && form.charAt(form.length - 1) === '.')
      return leadsOn(form) ? Shape.leading : Shape.abbreviation
    if (!isUpper(text, start)) return form.includes('.') ? Shape.dotted : Shape.lower
    if (form.length === 1) return Shape.initial
    if (isUpper(text, end - 1)) return Shape.allCapitals
    return form.includes('.') ? Shape.dotted : Shape.capital
  }
  const first = form.charAt(0)
  const mark = marks.get(first)
  if (mark !== undefined) {
    if (mark === Shape.stop && form.length > 1)
      return form.includes('?') || form.includes('!') ? Shape.question : Shape.ellipsis
    return mark === Shape.openingQuote && isGlued && !gluesNext ? Shape.closingQuote : mark
  }
  if (first === '"' || first === "'" || first === '`' || first === '’' || first === '‘' || first === '´') {
    if (form.length > 1 && kindAt(text, start + 1) === Kind.Letter) return Shape.lower
    if (first === '‘') return Shape.openingQuote
    if (isGlued !== gluesNext) return isGlued ? Shape.closingQuote : Shape.openingQuote
    return closes ? Shape.closingQuote : Shape.openingQuote
  }
  return Shape.symbol
}
