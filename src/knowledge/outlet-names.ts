import { type Outlet, outlets } from './outlets.js'

let index: ReadonlyMap<string, Outlet> | undefined

/** The outlet that goes by this name, whatever its article and its capitals: "the Times", "AP", "nytimes.com". */
export function outletNamed(name: string): Outlet | undefined {
  index ??= new Map(
    outlets().flatMap((outlet) => [outlet.name, ...outlet.aliases].map((n) => [plainOutlet(n), outlet])),
  )
  return index.get(plainOutlet(name))
}

/** A name of an outlet for comparing: small letters, no article, no ending of an address. */
export function plainOutlet(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/\.(?:com|net|org|co\.uk|tv)$/, '')
    .replace(/^the /, '')
    .replace(/ (?:news agency|newspaper|online|website)$/, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const mastheads = new Set(
  (
    'times post gazette herald tribune journal chronicle telegraph courier examiner inquirer observer sentinel standard bulletin dispatch press ' +
    'news daily weekly star globe mail mirror express argus advertiser echo radio television tv wire newswire tidings record reporter register ' +
    'independent guardian broadcasting media fm'
  ).split(' '),
)

/** Whether a name looks like that of an outlet: it is a known one, or has a word by which outlets are called. */
export function looksLikeOutlet(name: string): boolean {
  if (outletNamed(name)) return true
  const words = plainOutlet(name).split(' ')
  return (
    words.length > 1 &&
    words.length <= 6 &&
    (mastheads.has(words.at(-1)!) || mastheads.has(words[0]!)) &&
    /^(?:the )?\p{Lu}/u.test(name)
  )
}
