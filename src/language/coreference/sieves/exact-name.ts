import { foldedWords } from '../../../knowledge/gazetteer.js'
import { outlets } from '../../../knowledge/outlets.js'
import { countries } from '../../../knowledge/regions.js'
import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'

/**
 * "The BBC spoke to him. … BBC News later added" → one broadcaster
 *
 * The same name is the same character, and so are the names we know to be one's: outlets, countries.
 */
export function exactName(page: Page, clusters: Clusters): void {
  const seen = new Map<string, number>()
  for (const phrase of page.phrases) {
    if (!phrase.name || phrase.words.length === 0) continue
    const key = `${usualName(phrase.words.join(' '))} ${phrase.generation === 'junior' ? 'junior' : ''}`
    const before = seen.get(key)
    if (before === undefined) seen.set(key, phrase.index)
    else clusters.join(before, phrase.index, 'exact-name')
  }
}

/** The first of several names of an outlet or country, folded. */
export function usualName(name: string): string {
  usual ??= readUsual()
  return usual.get(name) ?? name
}

let usual: ReadonlyMap<string, string> | undefined

function readUsual(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const plain = (name: string) => {
    const words = foldedWords(name.replace(/(\p{L})\.(?=\p{L}\.?(?:$|\W))/gu, '$1'))
    return (words[0] === 'the' ? words.slice(1) : words).join(' ')
  }
  for (const outlet of outlets()) for (const alias of outlet.aliases) names.set(plain(alias), plain(outlet.name))
  for (const country of countries())
    for (const name of country.names.slice(1)) names.set(plain(name), plain(country.names[0]!))
  return names
}
