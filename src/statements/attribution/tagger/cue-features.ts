import { combine } from '../../../weights/hash.js'
import type { Page } from './page.js'

/** Room that the features of one word may need. */
export const mostCueFeatures = 120

const none = 7

/**
 * What speaks for a word being (part of) a cue: itself, its neighbours, what hangs on it and what it hangs on, quotations near by.
 * Templates are numbered from 1,000; a new one goes to the end.
 */
export function cueFeatures(page: Page, at: number, out: Uint32Array): number {
  const { words, lemma, tag, relation, plainRelation, head, saying, quotation, mark, mention } = page
  const sentence = page.sentence[at]!
  const from = page.starts[sentence]!
  const to = page.starts[sentence + 1]!
  const word = words[at]!
  let n = 0
  const put = (template: number, value: number) => {
    if (n < out.length) out[n++] = combine(1000 + template, value)
  }
  const inside = (i: number) => i >= from && i < to
  const lower = (i: number) => (inside(i) ? words[i]!.lower : none)
  const tagAt = (i: number) => (inside(i) ? tag[i]! : none)

  put(0, word.lower)
  put(2, tag[at]!)
  put(3, relation[at]!)
  put(9, combine(tag[at]!, relation[at]!))
  put(37, combine(combine(tagAt(at - 1), tag[at]!), tagAt(at + 1)))
  put(35, combine(lower(at - 1), word.lower))
  if (page.isBystander[at] === 1) {
    put(36, combine(word.lower, lower(at + 1)))
    const governor = head[at]!
    if (governor >= 0) {
      put(61, combine(saying[governor]!, combine(relation[at]!, word.lower)))
      put(64, combine(words[governor]!.middle, combine(relation[at]!, governor < at ? 1 : 0)))
      put(66, combine(governor < at ? at - governor : governor - at + 100, combine(saying[governor]!, relation[at]!)))
    }
    return n
  }
  put(1, lemma[at]!)
  put(4, word.fine)
  put(5, word.middle)
  put(6, word.ending)
  put(7, combine(lemma[at]!, tag[at]!))
  put(8, combine(lemma[at]!, relation[at]!))
  put(10, combine(saying[at]!, combine(tag[at]!, plainRelation[at]!)))
  for (let offset = -2; offset <= 2; offset++) {
    if (offset === 0) continue
    put(20 + offset, lower(at + offset))
    put(25 + offset, tagAt(at + offset))
    put(30 + offset, combine(inside(at + offset) ? words[at + offset]!.middle : none, tag[at]!))
  }
  put(36, combine(word.lower, lower(at + 1)))
  put(38, combine(lemma[at]!, tagAt(at + 1)))
  put(39, combine(lemma[at]!, tagAt(at - 1)))
  put(40, combine(inside(at - 1) ? lemma[at - 1]! : none, combine(lemma[at]!, inside(at + 1) ? lemma[at + 1]! : none)))

  let children = 0
  let dependants = 0
  for (let child = page.firstChild[at]!; child >= 0; child = page.nextChild[child]!) {
    const rel = relation[child]!
    children = (children + combine(50, plainRelation[child]!)) >>> 0
    if (dependants++ > 8) continue
    put(50, combine(lemma[at]!, rel))
    put(51, combine(word.middle, combine(rel, child < at ? 1 : 0)))
    put(52, combine(saying[at]!, combine(rel, child < at ? 1 : 0)))
    put(53, combine(rel, words[child]!.lower))
    put(54, combine(rel, words[child]!.middle))
    put(55, combine(plainRelation[child]!, combine(mention[child]!, word.coarse)))
    put(56, combine(lemma[at]!, combine(rel, words[child]!.middle)))
    put(57, combine(tag[at]!, combine(rel, words[child]!.coarse)))
  }
  put(58, children)
  put(59, combine(saying[at]!, children))

  const above = head[at]!
  if (above >= 0) {
    const aboveLemma = lemma[above]!
    put(60, combine(aboveLemma, relation[at]!))
    put(61, combine(saying[above]!, combine(relation[at]!, word.lower)))
    put(62, combine(aboveLemma, lemma[at]!))
    put(63, combine(tag[above]!, combine(relation[at]!, tag[at]!)))
    put(64, combine(words[above]!.middle, combine(relation[at]!, above < at ? 1 : 0)))
    put(65, combine(words[above]!.middle, word.lower))
    put(66, combine(above < at ? at - above : above - at + 100, combine(saying[above]!, relation[at]!)))
    const top = head[above]!
    if (top >= 0) {
      put(67, combine(lemma[top]!, combine(plainRelation[above]!, plainRelation[at]!)))
      put(68, combine(saying[top]!, combine(plainRelation[above]!, combine(plainRelation[at]!, word.lower))))
    }
  }

  // The nearest word of saying above, and by which relation all this hangs on it.
  let below = at
  let steps = 1
  for (let h = above; h >= 0 && steps < 12; below = h, h = head[h]!, steps++) {
    if (saying[h] === 0) continue
    put(70, combine(saying[h]!, plainRelation[below]!))
    put(71, combine(combine(lemma[h]!, plainRelation[below]!), Math.min(steps, 4)))
    put(72, combine(combine(saying[h]!, plainRelation[below]!), combine(saying[at]!, h < at ? 1 : 0)))
    break
  }

  const quoted = quotation[at]! > 0
  const before = nearestQuotation(page, at, from, -1)
  const after = nearestQuotation(page, at, to - 1, 1)
  const quotations = combine(combine(before, after), quoted ? 1 : 0)
  put(80, quotations)
  put(81, combine(quotations, saying[at]!))
  put(82, combine(quotations, tag[at]!))
  put(83, combine(lemma[at]!, combine(before < 5 ? 1 : before < 9 ? 2 : 0, after < 3 ? 1 : after < 9 ? 2 : 0)))
  put(84, combine(quoted ? 1 + mark[at]! : 0, combine(saying[at]!, tag[at]!)))

  const place = combine(
    Math.min(at - from, 3) * 4 + Math.min(to - 1 - at, 3),
    (page.isHeading[sentence] ? 2 : 0) + (sentence < 2 ? 1 : 0),
  )
  put(90, place)
  put(91, combine(place, word.lower))
  put(92, combine(page.isHeading[sentence] ? 1 : 0, combine(sentence < 2 ? 1 : 0, word.lower)))
  put(93, combine(page.opensLine[sentence] ? 1 : 0, combine(saying[at]!, quoted ? 1 : 0)))
  return n
}

/** Words to the nearest quotation on one side, at most 9; 9 where there is none, 0 for the quotation the word is in. */
function nearestQuotation(page: Page, at: number, last: number, step: number): number {
  for (let i = at, far = 0; far < 9; i += step, far++) {
    if (page.quotation[i]! > 0) return far
    if (i === last) return 9
  }
  return 9
}
