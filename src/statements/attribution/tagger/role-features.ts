import { combine } from '../../../weights/hash.js'
import type { Page } from './page.js'

/** Room that the features of one word may need. */
export const mostRoleFeatures = 120

/** A cue, the word that heads it, and the stretch of text in which its source and content are looked for. */
export interface CuePlace {
  readonly from: number
  readonly to: number
  readonly head: number
  readonly windowFrom: number
  readonly windowTo: number
}

/** How each word of the window hangs together with the cue; laid out once for each cue. */
export interface Links {
  /** Where the word's branch leaves the way from the cue up to the root: steps up, and the relations on the way. */
  readonly path: Int32Array
  /** The word at which that branch begins, the word itself included; −1 outside the cue's sentence. */
  readonly branch: Int32Array
  /** The branch within the branch. */
  readonly twig: Int32Array
  /** Other cues: 1 on the word itself, 2 between it and this cue. */
  readonly others: Uint8Array
  /** Whether a quotation stands beside the cue; see `besideCue`. */
  readonly beside: number
  /** The nearest quotation on either side of the cue, 0 where there is none. */
  readonly quotationBefore: number
  readonly quotationAfter: number
}

/** Lays out the window of one cue; `isCue` tells the words that are part of some cue. */
export function linksOf(page: Page, cue: CuePlace, isCue: Uint8Array): Links {
  const { head, plainRelation } = page
  const size = cue.windowTo - cue.windowFrom
  const path = new Int32Array(size)
  const branch = new Int32Array(size).fill(-1)
  const twig = new Int32Array(size).fill(-1)
  const others = new Uint8Array(size)
  const sentence = page.sentence[cue.head]!
  const spine = new Map<number, number>()
  let code = 11
  for (let h = cue.head, k = 0; h >= 0; h = head[h]!, k++) {
    spine.set(h, k < 4 ? code : combine(12, 4))
    code = combine(code, plainRelation[h]!)
  }
  for (
    let i = Math.max(cue.windowFrom, page.starts[sentence]!);
    i < Math.min(cue.windowTo, page.starts[sentence + 1]!);
    i++
  ) {
    climb(page, cue, i, spine, path, branch, twig)
  }
  const outside = (i: number) => (i < page.starts[sentence]! ? 21 : 22)
  for (let i = cue.windowFrom; i < cue.windowTo; i++)
    if (page.sentence[i] !== sentence) path[i - cue.windowFrom] = outside(i)
  let between = 0
  for (let i = cue.from - 1; i >= cue.windowFrom; i--) {
    if (isCue[i] === 1) between = 2
    others[i - cue.windowFrom] = isCue[i] === 1 ? 1 : between
  }
  between = 0
  for (let i = cue.to; i < cue.windowTo; i++) {
    if (isCue[i] === 1) between = 2
    others[i - cue.windowFrom] = isCue[i] === 1 ? 1 : between
  }
  return {
    path,
    branch,
    twig,
    others,
    beside: besideCue(page, cue),
    quotationBefore: nearestQuotation(page, cue.from - 1, cue.windowFrom - 1, -1),
    quotationAfter: nearestQuotation(page, cue.to, cue.windowTo, 1),
  }
}

function climb(
  page: Page,
  cue: CuePlace,
  i: number,
  spine: ReadonlyMap<number, number>,
  path: Int32Array,
  branch: Int32Array,
  twig: Int32Array,
): void {
  const at = i - cue.windowFrom
  const onSpine = spine.get(i)
  if (onSpine !== undefined) {
    path[at] = combine(31, onSpine)
    branch[at] = i
    return
  }
  let below = i
  let under = -1
  for (let h = page.head[i]!; h >= 0; under = below, below = h, h = page.head[h]!) {
    const code = spine.get(h)
    if (code === undefined) continue
    path[at] = combine(code, page.relation[below]!)
    branch[at] = below
    twig[at] = under
    return
  }
  path[at] = 33
}

const none = 7

/**
 * What speaks for a word being part of the source or content of a cue: how it hangs together with the cue in the tree,
 * where the branches begin and end, quotations, and the words themselves.
 * Templates are numbered from 2,000; a new one goes to the end.
 */
export function roleFeatures(page: Page, cue: CuePlace, links: Links, at: number, out: Uint32Array): number {
  const { words, tag, lemma, relation, plainRelation, quotation, mark, saying } = page
  const i = at - cue.windowFrom
  let n = 0
  const put = (template: number, value: number) => {
    if (n < out.length) out[n++] = combine(2000 + template, value)
  }
  const inside = (place: number) => place >= cue.windowFrom && place < cue.windowTo
  const lower = (place: number) => (inside(place) ? words[place]!.lower : none)
  const tagAt = (place: number) => (inside(place) ? tag[place]! : none)
  const isSelf = (place: number) => place >= cue.from && place < cue.to
  const pathAt = (place: number) => (inside(place) ? (isSelf(place) ? 5 : links.path[place - cue.windowFrom]!) : none)

  const word = words[at]!
  if (isSelf(at)) {
    put(0, 1)
    return n
  }
  const side = at < cue.from ? 0 : 1
  const path = combine(links.path[i]!, side)
  const branch = links.branch[i]!
  const gap = side === 0 ? cue.from - 1 - at : at - cue.to
  const cueLemma = lemma[cue.head]!
  const cueSaying = combine(saying[cue.head]!, tag[cue.head]!)
  const cueClass = words[cue.head]!.middle
  const near = Math.min(gap, 4)
  const first = branch >= 0 && page.leftmost[branch] === at ? 1 : 0
  const last = branch >= 0 && page.rightmost[branch] === at ? 2 : 0
  const edge = first + last
  const twig = links.twig[i]!
  const twigCode =
    twig < 0
      ? 0
      : combine(plainRelation[twig]!, (page.leftmost[twig] === at ? 1 : 0) + (page.rightmost[twig] === at ? 2 : 0))
  const own = quotation[at]! > 0 ? 1 + mark[at]! : 0
  const pathBefore = pathAt(at - 1)
  const pathAfter = pathAt(at + 1)

  put(1, path)
  put(2, combine(path, edge))
  put(3, combine(path, cueLemma))
  put(4, combine(path, cueSaying))
  put(5, combine(path, combine(edge, cueSaying)))
  put(6, combine(path, cueClass))
  put(7, combine(path, near))
  put(8, combine(path, word.lower))
  put(9, combine(path, tag[at]!))
  put(10, combine(path, relation[at]!))
  put(11, combine(path, twigCode))
  put(12, combine(path, own))
  put(13, combine(path, links.others[i]!))
  put(14, combine(combine(path, pathBefore), edge))
  put(15, combine(combine(path, pathAfter), edge))
  put(16, combine(combine(pathBefore, path), pathAfter))
  put(17, combine(combine(pathBefore, pathAfter), word.lower))
  put(18, combine(combine(pathBefore, pathAfter), tag[at]!))
  put(19, combine(path, combine(word.lower, lower(at + 1))))
  put(20, combine(path, combine(lower(at - 1), word.lower)))
  put(23, combine(combine(tagAt(at - 1), tag[at]!), tagAt(at + 1)))
  put(24, combine(word.lower, side))
  put(25, combine(word.middle, combine(tag[at]!, side)))
  put(26, combine(combine(near, side), combine(word.lower, cueSaying)))
  put(27, combine(combine(near, side), tag[at]!))
  put(28, combine(side, combine(cueLemma, Math.min(gap, 8))))

  // Quotations: which one, seen from the cue, and whether the cue has one beside it at all.
  const { beside } = links
  const quotationCode = combine(own, combine(side, quotation[at]! === 0 ? 0 : orderOf(page, cue, links, at)))
  put(40, combine(quotationCode, beside))
  put(41, combine(quotationCode, combine(beside, cueSaying)))
  put(42, combine(combine(quotationCode, lower(at - 1)), lower(at + 1)))
  put(43, combine(combine(quotationCode, edge), path))
  put(44, combine(combine(beside, side), combine(path, word.lower)))
  const quotedNext = inside(at + 1) && quotation[at + 1]! > 0 ? 1 + mark[at + 1]! : 0
  const quotedBefore = inside(at - 1) && quotation[at - 1]! > 0 ? 1 + mark[at - 1]! : 0
  put(46, combine(combine(own, quotedBefore), combine(quotedNext, combine(path, word.lower))))
  put(47, combine(combine(own, quotedBefore), combine(quotedNext, combine(side, beside))))

  // The sentence: its edges, and whether it is the cue's own.
  const sentence = page.sentence[at]!
  const here = sentence - page.sentence[cue.head]!
  const start = at === page.starts[sentence] ? 1 : 0
  const stop = at === page.starts[sentence + 1]! - 1 ? 2 : at === page.starts[sentence + 1]! - 2 ? 4 : 0
  const place = combine(start + stop, Math.max(-2, Math.min(2, here)))
  put(50, combine(place, word.lower))
  put(51, combine(place, combine(path, own)))
  put(52, combine(place, combine(quotationCode, beside)))
  put(54, combine(place, combine(lower(at - 1), tag[at]!)))

  if (branch >= 0) {
    const top = words[branch]!
    put(60, combine(path, combine(page.mention[branch]!, cueSaying)))
    put(61, combine(path, combine(top.lower, edge)))
    put(63, combine(path, combine(tag[branch]!, edge)))
  }
  if (twig >= 0) {
    put(65, combine(path, combine(relation[twig]!, tag[twig]!)))
    put(66, combine(combine(twigCode, lower(at - 1)), combine(path, word.lower)))
  }
  put(71, combine(links.others[i]!, combine(path, twigCode)))
  put(72, combine(cue.to - cue.from > 1 ? lower(cue.to - 1) : 0, path))
  return n
}

/** Whether a quotation stands right before or right after the cue, within its clause. */
function besideCue(page: Page, cue: CuePlace): number {
  let before = 0
  for (let i = cue.from - 1, far = 0; i >= cue.windowFrom && far < 12; i--, far++) {
    if (page.quotation[i]! > 0) {
      before = far < 5 ? 1 : 2
      break
    }
  }
  let after = 0
  for (let i = cue.to, far = 0; i < cue.windowTo && far < 12; i++, far++) {
    if (page.quotation[i]! > 0) {
      after = far < 3 ? 1 : 2
      break
    }
  }
  const inside = page.quotation[cue.head]! > 0 ? 9 : 0
  return inside + before * 3 + after
}

/** 0 for the quotation that the cue stands in, 1 for the nearest on its side, 2 for a farther one. */
function orderOf(page: Page, cue: CuePlace, { quotationBefore, quotationAfter }: Links, at: number): number {
  if (page.quotation[at] === page.quotation[cue.head]) return 0
  return page.quotation[at] === (at < cue.from ? quotationBefore : quotationAfter) ? 1 : 2
}

/** The first quotation met from one word on, up to another that is left out; 0 for none. */
function nearestQuotation({ quotation }: Page, from: number, end: number, step: number): number {
  for (let i = from; i !== end; i += step) if (quotation[i]! > 0) return quotation[i]!
  return 0
}
