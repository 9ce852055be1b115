import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'

/**
 * "the New York Times (NYT)", "the Luhansk People’s Republic … the LPR" → one body
 *
 * A word of capitals that spells the first letters of a name that is no person's.
 */
export function acronym(page: Page, clusters: Clusters): void {
  const long = new Map<string, Phrase>()
  const short: Phrase[] = []
  for (const phrase of page.phrases) {
    if (!phrase.name || phrase.type === 'person') continue
    const forms = coreForms(phrase, page)
    if (forms.length === 1) {
      if (/^\p{Lu}[\p{Lu}.&]{1,7}$/u.test(forms[0]!)) short.push(phrase)
    } else for (const letters of initials(forms)) if (!long.has(letters)) long.set(letters, phrase)
  }
  for (const phrase of short) {
    const name = long.get(coreForms(phrase, page)[0]!.replace(/\./g, ''))
    if (name) clusters.join(name.index, phrase.index, 'acronym')
  }
}

function coreForms(phrase: Phrase, page: Page): string[] {
  const { tokens } = page.trees[phrase.sentence]!.sentence
  const forms = tokens.slice(phrase.core.first, phrase.core.end).map((t) => t.form)
  return forms[0]?.toLowerCase() === 'the' ? forms.slice(1) : forms
}

/** The first letters of the capitalised words, and those of all words. */
function initials(forms: readonly string[]): string[] {
  const words = forms.flatMap((form) => form.split(/[^\p{L}\p{N}&]+/u)).filter((word) => word !== '' && word !== 's')
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]!)
  const all = words.map((word) => word[0]!.toUpperCase())
  return [capitals.join(''), all.join('')].filter((letters) => letters.length > 1)
}
