import { combine } from '../../weights/hash.js'
import type { ParseState, ParseWords } from './parse-state.js'

/** No state has more features than this. */
export const parseFeatureRoom = 144

/**
 * Writes the features of a state to `out` and gives back their number:
 * the templates of Zhang and Nivre (2011) for arc-hybrid, with word classes beside the words.
 */
export function parseFeatures(state: ParseState, words: ParseWords, out: Uint32Array): number {
  const nothing = state.length + 1
  const { stack, depth, next } = state
  const s0 = depth > 0 ? stack[depth - 1]! : nothing
  const s1 = depth > 1 ? stack[depth - 2]! : nothing
  const s2 = depth > 2 ? stack[depth - 3]! : nothing
  const b0 = next
  const b1 = next + 1 <= state.length ? next + 1 : nothing
  const b2 = next + 2 <= state.length ? next + 2 : nothing
  const child = (table: Int16Array, of: number) => {
    if (of === nothing) return nothing
    const c = table[of]!
    return c < 0 ? nothing : c
  }
  const s0l = child(state.left, s0)
  const s0l2 = child(state.left2, s0)
  const s0r = child(state.right, s0)
  const s0r2 = child(state.right2, s0)
  const s1l = child(state.left, s1)
  const s1l2 = child(state.left2, s1)
  const s1r = child(state.right, s1)
  const s1r2 = child(state.right2, s1)
  const b0l = child(state.left, b0)
  const b0l2 = child(state.left2, b0)
  const s0rr = child(state.right, s0r)
  const s1rr = child(state.right, s1r)
  const s0ll = child(state.left, s0l)

  const { form, tag, upos, middle, fine, coarse, suffix } = words
  const label = (x: number) => (x === nothing ? 0 : state.labels[x]! + 1)
  const s0w = form[s0]!
  const s1w = form[s1]!
  const b0w = form[b0]!
  const b1w = form[b1]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const s2t = tag[s2]!
  const b0t = tag[b0]!
  const b1t = tag[b1]!
  const b2t = tag[b2]!
  const s0m = middle[s0]!
  const s1m = middle[s1]!
  const b0m = middle[b0]!
  const s0wt = combine(s0w, s0t)
  const s1wt = combine(s1w, s1t)
  const b0wt = combine(b0w, b0t)
  const s0b0t = combine(s0t, b0t)
  const s1s0t = combine(s1t, s0t)
  const gap = s0 === nothing ? 0 : Math.min(b0 - s0, 7)
  const gap1 = s1 === nothing || s0 === nothing ? 0 : Math.min(s0 - s1, 7)
  const s0lc = s0 === nothing ? 9 : Math.min(state.leftCount[s0]!, 4)
  const s0rc = s0 === nothing ? 9 : Math.min(state.rightCount[s0]!, 4)
  const s1lc = s1 === nothing ? 9 : Math.min(state.leftCount[s1]!, 4)
  const s1rc = s1 === nothing ? 9 : Math.min(state.rightCount[s1]!, 4)
  const b0lc = Math.min(state.leftCount[b0]!, 4)

  let n = 0
  let template = 1
  const put = (x: number) => {
    out[n++] = combine(template++, x)
  }

  put(0)
  // Single words.
  put(s0w)
  put(s0t)
  put(s0wt)
  put(s1w)
  put(s1t)
  put(s1wt)
  put(b0w)
  put(b0t)
  put(b0wt)
  put(b1w)
  put(b1t)
  put(combine(b1w, b1t))
  put(b2t)
  put(form[b2]!)
  put(s2t)
  put(form[s2]!)
  put(fine[s0]!)
  put(fine[s1]!)
  put(fine[b0]!)
  put(fine[b1]!)
  put(combine(suffix[s0]!, upos[s0]!))
  put(combine(suffix[b0]!, upos[b0]!))
  put(combine(suffix[s1]!, upos[s1]!))
  // Pairs.
  put(combine(s0wt, b0wt))
  put(combine(s0wt, b0w))
  put(combine(s0w, b0wt))
  put(combine(s0wt, b0t))
  put(combine(s0t, b0wt))
  put(combine(s0w, b0w))
  put(s0b0t)
  put(combine(s1wt, s0wt))
  put(combine(s1w, s0wt))
  put(combine(s1wt, s0w))
  put(combine(s1wt, s0t))
  put(combine(s1t, s0wt))
  put(combine(s1w, s0w))
  put(s1s0t)
  put(combine(b0t, b1t))
  put(combine(b0wt, b1t))
  put(combine(s1w, b0w))
  put(combine(s1wt, b0t))
  put(combine(s1t, b0wt))
  put(combine(s1t, b0t))
  put(combine(combine(s0m, b0m), s0b0t))
  put(combine(combine(s1m, s0m), s1s0t))
  put(combine(fine[s0]!, fine[b0]!))
  put(combine(fine[s1]!, fine[s0]!))
  put(combine(s0m, b0t))
  put(combine(s0t, b0m))
  put(combine(s1m, s0t))
  put(combine(s1t, s0m))
  put(combine(s0w, b0m))
  put(combine(s0m, b0w))
  put(combine(s1w, s0m))
  put(combine(s1m, s0w))
  // Triples of tags, with words where they help.
  put(combine(s0b0t, b1t))
  put(combine(combine(s0b0t, b1t), b2t))
  put(combine(s1s0t, b0t))
  put(combine(combine(s1s0t, b0t), b1t))
  put(combine(combine(s2t, s1t), s0t))
  put(combine(combine(s2t, s1s0t), b0t))
  put(combine(s1s0t, b0w))
  put(combine(s1s0t, combine(s0w, b0t)))
  put(combine(combine(s1w, s0t), b0t))
  put(combine(s0b0t, combine(b1w, s0w)))
  put(combine(combine(coarse[s1]!, coarse[s0]!), combine(coarse[b0]!, s1s0t)))
  put(combine(combine(upos[s1]!, upos[s0]!), combine(upos[b0]!, upos[b1]!)))
  // Children.
  put(combine(s0t, combine(tag[s0l]!, label(s0l))))
  put(combine(s0t, combine(tag[s0r]!, label(s0r))))
  put(combine(s1t, combine(tag[s1l]!, label(s1l))))
  put(combine(s1t, combine(tag[s1r]!, label(s1r))))
  put(combine(b0t, combine(tag[b0l]!, label(b0l))))
  put(combine(s0b0t, combine(tag[s0l]!, label(s0l))))
  put(combine(s0b0t, combine(tag[s0r]!, label(s0r))))
  put(combine(s0b0t, combine(tag[b0l]!, label(b0l))))
  put(combine(s1s0t, combine(tag[s0l]!, label(s0l))))
  put(combine(s1s0t, combine(tag[s0r]!, label(s0r))))
  put(combine(s1s0t, combine(tag[s1l]!, label(s1l))))
  put(combine(s1s0t, combine(tag[s1r]!, label(s1r))))
  put(combine(s1s0t, combine(tag[b0l]!, label(b0l))))
  put(combine(s0t, combine(label(s0l), label(s0l2))))
  put(combine(s0t, combine(label(s0r), label(s0r2))))
  put(combine(s1t, combine(label(s1l), label(s1l2))))
  put(combine(s1t, combine(label(s1r), label(s1r2))))
  put(combine(b0t, combine(label(b0l), label(b0l2))))
  put(combine(s0w, combine(label(s0l), label(s0r))))
  put(combine(s1w, combine(label(s1l), label(s1r))))
  put(combine(b0w, combine(label(b0l), label(b0l2))))
  put(form[s0l]!)
  put(form[s0r]!)
  put(form[s1l]!)
  put(form[s1r]!)
  put(form[b0l]!)
  put(combine(s0t, combine(tag[s0rr]!, tag[s0r]!)))
  put(combine(s1t, combine(tag[s1rr]!, tag[s1r]!)))
  put(combine(s0t, combine(tag[s0ll]!, tag[s0l]!)))
  put(combine(combine(s0w, form[s0l]!), b0t))
  put(combine(combine(s1w, form[s0l]!), s0t))
  put(combine(combine(s1w, form[s0l]!), s0m))
  // Distances and valencies.
  put(combine(gap, s0b0t))
  put(combine(gap, combine(s0w, b0w)))
  put(combine(gap, s0w))
  put(combine(gap, b0w))
  put(combine(gap1, s1s0t))
  put(combine(gap1, s0w))
  put(combine(gap1, s1w))
  put(combine(combine(s0lc, s0rc), s0t))
  put(combine(combine(s0lc, s0rc), s0w))
  put(combine(combine(s1lc, s1rc), s1t))
  put(combine(combine(s1lc, s1rc), s1w))
  put(combine(b0lc, b0t))
  put(combine(b0lc, b0w))
  if (words.guide) {
    // What the other parser would do: who governs s0 and b0, and whether s0 still waits for children.
    const { heads, relations, margins, lastChild } = words.guide
    const g0 = heads[s0]!
    const gb = heads[b0]!
    const up = s0 === nothing ? 0 : g0 === b0 ? 1 : g0 === s1 ? 2 : g0 > b0 ? 3 : 4
    const upB = gb === s0 ? 1 : gb === s1 ? 2 : gb >= 0 && gb < b0 ? 3 : 4
    const waits = (s0 !== nothing && lastChild[s0]! >= b0 ? 1 : 0) + (s1 !== nothing && lastChild[s1]! >= b0 ? 2 : 0)
    const r0 = relations[s0]!
    const rb = relations[b0]!
    const sure = s0 === nothing ? 9 : margins[s0]!
    const move = combine(up, waits)
    put(move)
    put(combine(move, upB))
    put(combine(move, r0))
    put(combine(combine(move, r0), sure))
    put(combine(move, sure))
    put(combine(combine(move, r0), s0w))
    put(combine(combine(move, r0), s0t))
    put(combine(move, s0b0t))
    put(combine(move, s1s0t))
    put(combine(combine(move, upB), combine(r0, rb)))
    put(combine(upB, rb))
    put(combine(combine(upB, rb), b0t))
    put(combine(combine(up, r0), combine(s0t, b0t)))
    put(combine(combine(up, r0), combine(s1t, s0t)))
  }
  return n
}
