import { distance } from 'fastest-levenshtein'

/** Whether a person's name has more than one word. */
export function isFullName(words: readonly string[]): boolean {
  return words.length > 1
}

/** Whether two full names may be one person's: "Joshua Abraham Norton" and "Joshua Norton", "J. Norton", "Joe Biden" and "Joseph Biden". */
export function namesAgree(a: readonly string[], b: readonly string[]): boolean {
  const lastA = a.at(-1)!
  const lastB = b.at(-1)!
  if (lastA === lastB) return firstNamesAgree(a[0]!, b[0]!) || isLaterName(b[0]!, a) || isLaterName(a[0]!, b)
  // "Abu Mohammad al-Julani" with and without what follows: one name is the beginning of the other.
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length > 1 && short.length < long.length && short.every((word, i) => word === long[i])) return true
  return a.length === b.length && a.slice(0, -1).every((word, i) => word === b[i]) && isMisspelling(lastA, lastB)
}

/** Whether two names may be one person's, be they full or not: "Lingard" and "Emil Lingard", "Emil" and "Emile"; not "Lingard" and "Ada Holm". */
export function mayNameOne(a: readonly string[], b: readonly string[]): boolean {
  if (isFullName(a) && isFullName(b)) return namesAgree(a, b)
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return long.some((word) => isMisspelling(word, short[0]!)) || firstNamesAgree(short[0]!, long[0]!)
}

/** "Abraham" in "Joshua Abraham Norton"; not "Yusuf" in "Omar ibn Yusuf", who is the father. */
function isLaterName(word: string, name: readonly string[]): boolean {
  const at = name.indexOf(word)
  return at > 0 && at < name.length - 1 && !particles.has(name[at - 1]!)
}

const particles: ReadonlySet<string> = new Set([
  'ibn',
  'bin',
  'ben',
  'bint',
  'abu',
  'al',
  'el',
  'van',
  'von',
  'de',
  'da',
  'di',
  'del',
  'la',
])

/** Two words so alike and so long that one is a slip for the other: "Hallbrook", "Halbrook". */
export function isMisspelling(a: string, b: string): boolean {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  if (length < 6 || a[0] !== b[0]) return false
  return distance(a, b) <= (length >= 8 ? 2 : 1)
}

function firstNamesAgree(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.startsWith(short)
  if (shortNames.get(short) === long || shortNames.get(long) === short) return true
  if (short.length >= 3 && long.startsWith(short)) return true
  // "Andrey" and "Andrei", "Mohammed" and "Muhammad".
  return short.length >= 5 && short[0] === long[0] && distance(a, b) <= (short.length >= 8 ? 2 : 1)
}

const shortNames: ReadonlyMap<string, string> = new Map(
  (
    'bill william,bob robert,dick richard,jim james,joe joseph,jack john,mike michael,tom thomas,tony anthony,ted edward,' +
    'beth elizabeth,liz elizabeth,kate katherine,peggy margaret,meg margaret,chuck charles,harry henry,hank henry,' +
    'larry lawrence,jerry gerald,andy andrew,steve stephen,nick nicholas,sasha alexander,volodya vladimir,misha mikhail,' +
    'rick richard,bernie bernard,ron ronald,don donald,ken kenneth,jeff jeffrey,greg gregory,chris christopher,dave david'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)
