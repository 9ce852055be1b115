import type { When } from '../../model/when.js'

/**
 * "2022-11" – "2022-11-14": may be the same. "2022-11-14" – "2022-11-15": not.
 *
 * How two dates stand to each other; "unknown" where one is missing or too vague to tell.
 */
export function datesAgree(a: When | null, b: When | null): 'same' | 'compatible' | 'different' | 'unknown' {
  if (!a || !b) return 'unknown'
  const [one, other] = [plain(a.edtf), plain(b.edtf)]
  if (one === other) return 'same'
  const [oneFirst, oneLast] = ends(one)
  const [otherFirst, otherLast] = ends(other)
  if (oneFirst === '' || otherFirst === '') return 'unknown'
  const apart = isBefore(oneLast, otherFirst) || isBefore(otherLast, oneFirst)
  return apart ? 'different' : 'compatible'
}

function plain(edtf: string): string {
  return edtf.replace(/[~?%]/g, '')
}

function ends(edtf: string): readonly [string, string] {
  const [first = '', last] = edtf.split('/')
  return [first, last ?? first]
}

/** Whether the first date ends before the second begins, as far as both are written out; X stands for any digit. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    if (a[i] === 'X' || b[i] === 'X' || a[i] === '.' || b[i] === '.') continue
    if (a[i]! < b[i]!) return true
    if (a[i]! > b[i]!) return false
  }
  return false
}
