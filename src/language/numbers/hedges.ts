import { after, lowerAt, type Word } from './words.js'

export type Hedge = 'least' | 'most' | 'about'

const before: readonly (readonly [string, Hedge])[] = [
  ['at least', 'least'],
  ['no fewer than', 'least'],
  ['not fewer than', 'least'],
  ['no less than', 'least'],
  ['not less than', 'least'],
  ['a minimum of', 'least'],
  ['more than', 'least'],
  ['greater than', 'least'],
  ['upwards of', 'least'],
  ['in excess of', 'least'],
  ['well over', 'least'],
  ['over', 'least'],
  ['above', 'least'],
  ['exceeding', 'least'],
  ['no more than', 'most'],
  ['not more than', 'most'],
  ['no greater than', 'most'],
  ['at most', 'most'],
  ['a maximum of', 'most'],
  ['up to', 'most'],
  ['as many as', 'most'],
  ['as much as', 'most'],
  ['fewer than', 'most'],
  ['less than', 'most'],
  ['under', 'most'],
  ['below', 'most'],
  ['just over', 'about'],
  ['just under', 'about'],
  ['close to', 'about'],
  ['an estimated', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['approx .', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['some', 'about'],
  ['circa', 'about'],
  ['~', 'about'],
]

const behind: readonly (readonly [string, Hedge])[] = [
  ['or more', 'least'],
  ['or over', 'least'],
  ['and above', 'least'],
  ['and over', 'least'],
  ['plus', 'least'],
  ['or fewer', 'most'],
  ['or less', 'most'],
  ['or so', 'about'],
  ['or thereabouts', 'about'],
]

/** The hedge that ends just before `first`, the longest of those that do: "no more than", not "more than". */
export function hedgeBefore(
  words: readonly Word[],
  first: number,
): { readonly hedge: Hedge; readonly first: number } | undefined {
  let best: { hedge: Hedge; first: number } | undefined
  for (const [phrase, hedge] of before) {
    const start = first - phrase.split(' ').length
    if (start < 0 || (best && start >= best.first) || after(words, start, phrase) !== first) continue
    best = { hedge, first: start }
  }
  // "went over 20 hurdles" cannot be told from "over 20 people"; "all over 20 towns" can.
  return best && lowerAt(words, best.first - 1) !== 'all' ? best : undefined
}

/** The hedge that begins at `end`: "or more", "or so". */
export function hedgeBehind(
  words: readonly Word[],
  end: number,
): { readonly hedge: Hedge; readonly end: number } | undefined {
  if (words[end]?.form === '+' && !words[end]?.spaced) return { hedge: 'least', end: end + 1 }
  for (const [phrase, hedge] of behind) {
    const stop = after(words, end, phrase)
    if (stop >= 0) return { hedge, end: stop }
  }
  return undefined
}
