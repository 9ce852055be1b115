import { isApostrophe } from './characters.js'

/** Words written as one that are two, and the length of their first part. */
const joined: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['outta', 3],
  ['lotta', 3],
  ['dont', 2],
  ['cant', 2],
  ['wont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['arent', 3],
  ['wasnt', 3],
  ['werent', 4],
  ['hasnt', 3],
  ['havent', 4],
  ['hadnt', 3],
  ['wouldnt', 5],
  ['couldnt', 5],
  ['shouldnt', 6],
  ['aint', 2],
  ['thats', 4],
  ['theres', 5],
  ['youre', 3],
  ['theyre', 4],
  ['ive', 1],
  ['youve', 3],
  ['youll', 3],
  ['im', 1],
])

/**
 * "don't" → do n't, "Lingard’s" → Lingard ’s, "shouldn't've" → should n't 've, "cannot" → can not
 *
 * Gives the places where the word from `from` to `to` is cut, in order; mostly none.
 */
export function cutsOf(text: string, from: number, to: number, hasApostrophe: boolean): readonly number[] {
  if (!hasApostrophe) {
    if (to - from > 8 || to - from < 2) return none
    const word = text.slice(from, to)
    // "IM" is instant messaging, "Im" and "im" want an apostrophe.
    const first = word === 'IM' ? undefined : joined.get(word.toLowerCase())
    return first === undefined ? none : [from + first]
  }
  const cuts: number[] = []
  let end = to
  for (;;) {
    const cut = cliticStart(text, from, end)
    if (cut < 0) break
    cuts.unshift(cut)
    end = cut
  }
  if (cuts.length === 0) {
    const prefix = procliticEnd(text, from, to)
    if (prefix > 0) cuts.push(prefix)
  }
  return cuts
}

const none: readonly number[] = []

/** Where the last contracted part of the word begins, or −1. */
function cliticStart(text: string, from: number, to: number): number {
  if (to - from < 3) return -1
  const last = text.charAt(to - 1).toLowerCase()
  const second = text.charAt(to - 2)
  if (isApostrophe(second)) {
    if (last === 't' && to - from > 3 && text.charAt(to - 3).toLowerCase() === 'n') return to - 3
    if (last === 's') return to - 2
    return last === 'm' || last === 'd' ? to - 2 : -1
  }
  if (to - from < 4 || !isApostrophe(text.charAt(to - 3))) return -1
  const pair = second.toLowerCase() + last
  return pair === 're' || pair === 've' || pair === 'll' ? to - 3 : -1
}

/** "y'all" → y' all, "d'you" → d' you, "c'mon" → c'm on, "'tis" → 't is; other words with an apostrophe stay whole ("O'Connor"). */
function procliticEnd(text: string, from: number, to: number): number {
  const word = text.slice(from, to).toLowerCase().replace('’', "'")
  if (word === "y'all" || word === "d'you" || word === "d'ya") return from + 2
  if (word === "c'mon") return from + 3
  return word === "'tis" || word === "'twas" ? from + 2 : -1
}
