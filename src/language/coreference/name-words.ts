import { foldedWords } from '../../knowledge/gazetteer.js'
import type { EntityType } from '../../model/reading.js'
import { titles } from './words.js'

const leadingWords = new Set(['the', 'a', 'an'])
const personEndings = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 's'])

/** The words of a name that tell whom it names: folded, without "the", titles, "Jr." and a final 's; and the gender of a title. */
export function nameWords(
  forms: readonly string[],
  type: EntityType | null,
): { readonly words: readonly string[]; readonly gender: number } {
  const words = foldedWords(
    forms
      .join(' ')
      .replace(/(\p{L})\.(?=\p{L}\.?(?:$|\W))/gu, '$1')
      .replace(/['’]s$/, ''),
  )
  let gender = 0
  while (words.length > 1 && leadingWords.has(words[0]!)) words.shift()
  if (type === 'person') {
    while (words.length > 1 && titles.has(words[0]!)) {
      gender = gender || titles.get(words[0]!)!
      words.shift()
    }
    while (words.length > 1 && personEndings.has(words.at(-1)!)) words.pop()
  }
  return { words, gender }
}
