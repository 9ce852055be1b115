import { isAlphanumeric, isApostrophe, isUpper, Kind, kindAt } from './characters.js'

/** Units that are a word of their own even where no space is left: "10km", "2pm", "5bn". */
const units = new Set(
  (
    'm km cm mm nm ft yd mi kg g mg lb lbs oz l ml k kb mb gb tb b bn mn tn am pm a.m p.m hr hrs h min mins sec secs s x hz khz mhz ghz ' +
    'mph kph km/h kw mw gw v w f c t p sq percent pct pc days years hours minutes usd eur gbp gmt'
  ).split(' '),
)

/**
 * "10,000", "2:00", "30.5", "1/2", "11/28/2000", "713-853-3989", "20th", "1960s", "’72", "+44", "4A"  →  one token each
 *
 * Gives the end of the figure that begins at `at`, or −1 where none does.
 * `first` says that it opens the text, where "1." is the number of a list.
 */
export function numberEnd(text: string, at: number, limit: number, first: boolean): number {
  const start = digitsStart(text, at)
  if (start < 0) return -1
  let end = digitsEnd(text, start, limit)
  const hyphened = hyphenedEnd(text, at, end, limit)
  if (hyphened > 0) return hyphened
  let groups = 1
  while (end + 1 < limit && kindAt(text, end + 1) === Kind.Digit && joins(text, at, end, limit)) {
    end = digitsEnd(text, end + 1, limit)
    groups++
  }
  if (first && groups <= 3 && end - at <= 4 && text.charAt(end) === '.' && kindAt(text, end + 1) === Kind.Space) {
    return text.charAt(end + 1) === '' ? end : end + 1
  }
  return suffixEnd(text, at, end, limit)
}

/** Where the digits begin: at once, or after the sign of "+44", ".265" and "’72". */
function digitsStart(text: string, at: number): number {
  const kind = kindAt(text, at)
  if (kind === Kind.Digit) return at
  if (kind !== Kind.Symbol || kindAt(text, at + 1) !== Kind.Digit || isAlphanumeric(text, at - 1)) return -1
  const sign = text.charAt(at)
  if (sign === '.') return text.charAt(at - 1) === '.' ? -1 : at + 1
  if (sign === '+') return at + 1
  // "’72" and "'60s" are years; "'1,000 dead'" is a quote.
  const shortYear = isApostrophe(sign) && kindAt(text, at + 2) === Kind.Digit && kindAt(text, at + 3) !== Kind.Digit
  return shortYear && !',.'.includes(text.charAt(at + 3) || ' ') && !isApostrophe(text.charAt(at + 3)) ? at + 1 : -1
}

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && kindAt(text, end) === Kind.Digit) end++
  return end
}

/** Whether the mark at `mark`, between two digits, stands inside the figure. */
function joins(text: string, at: number, mark: number, limit: number): boolean {
  switch (text.charAt(mark)) {
    case '.':
    case ':':
    case '/':
      return true
    case ',':
      return kindAt(text, at) === Kind.Digit && groupsThousands(text, mark, limit)
    default:
      return false
  }
}

/** "10,000" and the Indian "1,52,000", but not "rooms 11,12". */
function groupsThousands(text: string, comma: number, limit: number): boolean {
  const end = digitsEnd(text, comma + 1, Math.min(limit, comma + 5))
  if (end - comma === 4) return true
  return end - comma === 3 && text.charAt(end) === ',' && digitsEnd(text, end + 1, Math.min(limit, end + 5)) - end === 4
}

/** End of a telephone number or date written with hyphens, or −1: "713-853-3989", "555-0199", "2023-01-14". */
function hyphenedEnd(text: string, at: number, firstEnd: number, limit: number): number {
  if (text.charAt(firstEnd) !== '-') return -1
  let end = firstEnd
  let groups = 1
  let lastLength = 0
  while (text.charAt(end) === '-' && end + 1 < limit && kindAt(text, end + 1) === Kind.Digit && groups < 5) {
    const next = digitsEnd(text, end + 1, limit)
    lastLength = next - end - 1
    end = next
    groups++
  }
  if (isAlphanumeric(text, end)) return -1
  if (groups >= 3) return end
  return groups === 2 && firstEnd - at === 3 && lastLength === 4 ? end : -1
}

/** Letters glued to a figure belong to it ("20th", "1960s", "4A", "1930’s"), units do not ("10km"). */
function suffixEnd(text: string, at: number, end: number, limit: number): number {
  if (end >= limit) return end
  // "1930's" and "80's" are decades and stay whole, "2003's" owns something.
  if (isApostrophe(text.charAt(end)) && text.charAt(end + 1) === 's' && !isAlphanumeric(text, end + 2)) {
    return text.charAt(end - 1) === '0' ? end + 2 : end
  }
  if (kindAt(text, end) !== Kind.Letter) return end
  let last = end
  while (last < limit && isAlphanumeric(text, last)) last++
  let unit = text.slice(end, Math.min(last, end + 8)).toLowerCase()
  if (unit === 's') return last
  if (text.charAt(last) === '.' && text.charAt(last + 1).toLowerCase() === 'm') unit += '.m'
  if (!units.has(unit)) return last
  // "5C" and "3D" name things, "2PM" and "5M" do not.
  return last - end === 1 && isUpper(text, end) && !'MKBT'.includes(text.charAt(end)) && end - at < 3 ? last : end
}
