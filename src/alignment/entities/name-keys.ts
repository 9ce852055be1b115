import { bodies } from '../../knowledge/bodies.js'
import { outlets } from '../../knowledge/outlets.js'

const titles =
  /^(?:the|mr|mrs|ms|miss|dr|prof|professor|president|prime minister|minister|senator|sen|rep|gov|governor|gen|general|col|colonel|capt|captain|lt|sgt|rev|judge|justice|king|queen|prince|princess|pope|sir|lady|lord|sheikh|imam)\.?\s/
const suffixes = /\s(?:group|company|corporation|corp|inc|ltd|plc|llc|limited|gmbh|sa|ag|co|jr|sr|iii|ii)\.?$/

/** A name for comparing: small letters, no accents, no title, no possessive, no company suffix. */
export function folded(name: string): string {
  let plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[,.]$/, '')
  while (titles.test(plain)) plain = plain.replace(titles, '')
  return plain.replace(suffixes, '').trim()
}

/** "Harbour.net" and "Harbour" alike: the folded name without the ending of an address. */
export function withoutDomain(name: string): string {
  return folded(name).replace(/\.(?:com|net|org|info|news|eu|uk|co\.uk|ru|ua|us|tv|io)$/, '')
}

/** The last word of a person's name: "Holm" of "Ada Holm". */
export function surnameOf(name: string): string {
  return folded(name).split(' ').at(-1)!
}

/** "Andrey", "Andrei"; "Kholmov", "Holmov"; "al-Masri", "Masri": different spellings of one name sound alike here. */
export function soundKey(name: string): string {
  let key = folded(name)
    .replace(/\b(?:al|el|ad|ash|as)[\s-]/g, '')
    .replace(/['’`ʿʾ-]/g, '')
  for (const [from, to] of sounds) key = key.replaceAll(from, to)
  return key.replace(/([a-z])\1+/g, '$1')
}

/**
 * How letters of Russian, Ukrainian and Arabic names come out in Latin ones, by ear, longest first:
 * one sound, one spelling.
 */
const sounds: readonly (readonly [string, string])[] = [
  ['shch', 's'],
  ['sch', 's'],
  ['tch', 'c'],
  ['tsch', 'c'],
  ['dzh', 'j'],
  ['sh', 's'],
  ['ch', 'c'],
  ['zh', 'j'],
  ['kh', 'h'],
  ['gh', 'g'],
  ['dh', 'd'],
  ['th', 't'],
  ['ph', 'f'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['ks', 'x'],
  ['ck', 'k'],
  ['q', 'k'],
  ['w', 'v'],
  ['ye', 'e'],
  ['yo', 'o'],
  ['io', 'o'],
  ['yu', 'u'],
  ['iu', 'u'],
  ['ya', 'a'],
  ['ia', 'a'],
  ['iy', 'i'],
  ['yi', 'i'],
  ['ij', 'i'],
  ['ei', 'e'],
  ['ey', 'e'],
  ['ay', 'e'],
  ['ai', 'e'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['ii', 'i'],
  ['y', 'i'],
]

/** "HRA" for "Harbour Rescue Agency": capitals of the words that have them; "" where there are fewer than three. */
export function acronymOf(name: string): string {
  const capitals = name
    .replace(/^the\s/i, '')
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('')
  return capitals.length >= 3 ? capitals : ''
}

/** "H.R.A." and "HRA" written alike; "" for a name that is no acronym. */
export function asAcronym(name: string): string {
  const plain = name.replace(/^the\s/i, '').replace(/\./g, '')
  return /^[A-Z]{2,8}$/.test(plain) ? plain : ''
}

/** The full name of a world body or an outlet that goes by several: "BBC News" and "the BBC" are one. */
export function knownName(name: string): string | undefined {
  made ??= new Map(
    [...bodies(), ...outlets().map((outlet) => [outlet.name, ...outlet.aliases])].flatMap((names) =>
      names.map((alias) => [folded(alias), folded(names[0]!)] as const),
    ),
  )
  return made.get(folded(name))
}

// The same for every story, and never changed once it is made.
let made: ReadonlyMap<string, string> | undefined
