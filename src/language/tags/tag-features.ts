import { combine, hashString } from '../../weights/hash.js'
import type { WordCode } from '../word-codes.js'
import type { Tag } from './tagger.js'

/** No token has more features than this. */
export const tagFeatureRoom = 96

const outside: WordCode = {
  form: 1,
  lower: 1,
  shape: 1,
  prefixes: [1, 1, 1, 1],
  suffixes: [1, 1, 1, 1, 1],
  fine: 2000,
  middle: 2000,
  coarse: 2000,
  capital: false,
  allCapitals: false,
}

/**
 * Writes the features of token `i` to `out` and gives back their number.
 *
 * `tags` holds the labels already chosen to the left. In the final pass, `view` shows the whole sentence's draft tags and its tree.
 */
export function tagFeatures(
  words: readonly WordCode[],
  i: number,
  tags: Uint16Array,
  view: TreeView | null,
  shouting: boolean,
  out: Uint32Array,
): number {
  const w = words[i]!
  const a = words[i - 1] ?? outside
  const aa = words[i - 2] ?? outside
  const b = words[i + 1] ?? outside
  const bb = words[i + 2] ?? outside
  const ta = i > 0 ? tags[i - 1]! + 1 : 0
  const taa = i > 1 ? tags[i - 2]! + 1 : 0
  const start = i === 0 ? 1 : 0
  let n = 0
  let template = 1
  const put = (x: number) => {
    out[n++] = combine(template++, x)
  }

  put(0)
  put(w.form)
  put(w.lower)
  put(combine(w.shape, start))
  for (const prefix of w.prefixes) put(prefix)
  for (const suffix of w.suffixes) put(suffix)
  put(w.fine)
  put(w.middle)
  put(w.coarse)
  put(combine(w.middle, w.suffixes[1]!))
  put(combine(w.shape, w.suffixes[2]!))
  put((w.capital ? 1 : 0) + (w.allCapitals ? 2 : 0) + start * 4 + (shouting ? 8 : 0))
  put(a.lower)
  put(aa.lower)
  put(b.lower)
  put(bb.lower)
  put(a.fine)
  put(b.fine)
  put(a.middle)
  put(b.middle)
  put(aa.middle)
  put(bb.middle)
  put(a.suffixes[2]!)
  put(b.suffixes[2]!)
  put(b.suffixes[1]!)
  put(combine(a.shape, w.shape))
  put(combine(w.shape, b.shape))
  put(combine(a.lower, w.lower))
  put(combine(w.lower, b.lower))
  put(combine(a.lower, b.lower))
  put(combine(combine(a.lower, aa.lower), w.middle))
  put(combine(combine(b.lower, bb.lower), w.middle))
  put(combine(a.fine, w.fine))
  put(combine(w.fine, b.fine))
  put(combine(combine(a.middle, w.middle), b.middle))
  put(combine(combine(w.middle, b.middle), bb.middle))
  put(ta)
  put(combine(ta, taa))
  put(combine(ta, w.lower))
  put(combine(combine(ta, taa), w.lower))
  put(combine(ta, w.suffixes[2]!))
  put(combine(ta, w.middle))
  put(combine(ta, b.lower))
  put(combine(ta, b.middle))
  put(combine(combine(ta, w.middle), b.middle))
  put(combine(taa, a.lower))
  if (view) {
    const { draft, relation, head, children } = view
    const t = draft[i]!
    const tb = draft[i + 1] ?? 0
    const tbb = draft[i + 2] ?? 0
    const d = relation[i]!
    const h = head[i]!
    const th = h < 0 ? 3 : draft[h]!
    const hw = h < 0 ? 3 : words[h]!.lower
    const side = h < 0 ? 0 : h < i ? 1 : 2
    const c = children[i]!
    put(t)
    put(tb)
    put(combine(tb, tbb))
    put(combine(ta, tb))
    put(combine(tb, w.lower))
    put(combine(tb, w.middle))
    put(combine(t, ta))
    put(combine(t, tb))
    put(combine(combine(t, ta), tb))
    put(combine(t, w.lower))
    put(combine(d, t))
    put(combine(d, w.lower))
    put(combine(d, w.suffixes[2]!))
    put(combine(combine(d, th), t))
    put(combine(combine(d, th), w.lower))
    put(combine(combine(th, t), side))
    put(combine(hw, w.lower))
    put(combine(hw, t))
    put(combine(c, t))
    put(combine(c, w.lower))
    put(combine(c, d))
    put(combine(combine(c, d), t))
    put(combine(combine(c, d), w.lower))
    put(combine(combine(c, w.suffixes[2]!), d))
  }
  return n
}

/** What the final pass sees beyond the words: draft tags as hashes, governors, relations as hashes, and the kinds of children as bits. */
export interface TreeView {
  readonly draft: Uint32Array
  readonly head: Int16Array
  readonly relation: Uint32Array
  readonly children: Uint32Array
}

const childKinds = [
  'case',
  'mark',
  'aux',
  'aux:pass',
  'cop',
  'det',
  'nsubj',
  'nsubj:pass',
  'obj',
  'advmod',
  'amod',
  'compound',
  'nmod',
  'obl',
  'xcomp',
  'ccomp',
  'nmod:poss',
  'flat',
]

/** Builds the view of one sentence. */
export function treeView(draft: readonly Tag[], heads: readonly number[], deprels: readonly string[]): TreeView {
  const children = new Uint32Array(heads.length)
  heads.forEach((head, i) => {
    const kind = childKinds.indexOf(deprels[i]!)
    if (head >= 0 && kind >= 0) children[head]! |= 1 << kind
  })
  return {
    draft: Uint32Array.from(draft, (t) => hashString(t.upos + ' ' + t.xpos)),
    head: Int16Array.from(heads),
    relation: Uint32Array.from(deprels, hashString),
    children,
  }
}
