import { foldedWords } from '../../../knowledge/gazetteer.js'
import { outlets } from '../../../knowledge/outlets.js'
import type { Clusters } from '../clusters.js'
import type { Page } from '../page.js'
import type { Phrase } from '../phrases.js'
import { outletNouns } from '../words.js'
import { usualName } from './exact-name.js'

/**
 * "He spoke to the Guardian. … the newspaper reported" → the Guardian
 *
 * "The newspaper", "the outlet", "the agency" is the publisher of that kind named last.
 */
export function outlet(page: Page, clusters: Clusters): void {
  let last: { readonly index: number; readonly kind: string; readonly sentence: number }[] = []
  for (const phrase of page.phrases) {
    if (phrase.name) {
      const kind = kindOfOutlet(phrase)
      if (kind !== undefined)
        last = [
          ...last.filter((other) => other.kind !== kind),
          { index: phrase.index, kind, sentence: phrase.sentence },
        ]
      continue
    }
    if (phrase.titleOf >= 0 || phrase.kind !== 'nominal') continue
    if (phrase.determiner !== 'definite' && phrase.determiner !== 'demonstrative') continue
    const kinds = outletNouns.get(phrase.lemma)
    if (!kinds || phrase.whole.end - phrase.whole.first > 3) continue
    const named = last.findLast((other) => kinds.includes(other.kind) && phrase.sentence - other.sentence <= farthest)
    if (named) clusters.join(named.index, phrase.index, 'outlet')
  }
}

const farthest = 12

/** Whether a name is a publisher's. */
export function isOutlet(phrase: Phrase): boolean {
  return kindOfOutlet(phrase) !== undefined
}

function kindOfOutlet({ words }: Phrase): string | undefined {
  kinds ??= readKinds()
  return kinds.get(usualName(words.join(' '))) ?? (looksLikeOutlet(words) ? 'newspaper' : undefined)
}

let kinds: ReadonlyMap<string, string> | undefined

function readKinds(): ReadonlyMap<string, string> {
  return new Map(
    outlets().map(({ name, kind }) => {
      const words = foldedWords(name)
      return [(words[0] === 'the' ? words.slice(1) : words).join(' '), kind]
    }),
  )
}

const pressWords = new Set([
  'times',
  'post',
  'herald',
  'gazette',
  'tribune',
  'chronicle',
  'journal',
  'news',
  'express',
  'telegraph',
  'courier',
  'daily',
])

function looksLikeOutlet(words: readonly string[]): boolean {
  return words.length > 1 && pressWords.has(words.at(-1)!)
}
