import { distance } from 'fastest-levenshtein'

/** Small letters, no accents: for comparing. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
}

/** Whether two spellings of a name may be two ways of writing another script, or an accepted variant. */
export function transliterated(a: string, b: string): boolean {
  return sound(a) === sound(b)
}

function sound(name: string): string {
  return name
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?![hiey])/g, 'k')
    .replace(/kh/g, 'h')
    .replace(/sch|sh|ch/g, 's')
    .replace(/tz|ts/g, 'z')
    .replace(/ou|oo|u/g, 'o')
    .replace(/w/g, 'v')
    .replace(/[eiyj]+/g, 'i')
    .replace(/(.)\1/g, '$1')
    .replace(/h(?=$|[^aeiou])/g, '')
    .replace(/i+$/, 'i')
}

/** Whether two names, small letters and no accents, lie a slip of the pen apart: Brandt, Brant; not Brandt, Brandts. */
export function near(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 2) return false
  if (a === `${b}s` || b === `${a}s` || a === `${b}es` || b === `${a}es`) return false
  if (transliterated(a, b)) return true
  return distance(a, b) <= (Math.min(a.length, b.length) >= 7 ? 2 : 1)
}
