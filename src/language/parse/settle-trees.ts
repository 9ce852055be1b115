import { combine, hashString } from '../../weights/hash.js'
import type { LinearModel } from '../../weights/linear-model.js'
import type { Tag } from '../tags/tagger.js'
import type { WordCode } from '../word-codes.js'
import type { Tree, WeighedTree } from './parser.js'

/** No disagreement has more features than this. */
export const arbiterFeatureRoom = 64

/**
 * Makes one tree of two. Where they differ on a word, the arbiter says whom to believe;
 * the second tree's arcs are taken over from the surest on, unless one would close a circle.
 */
export function settleTrees(
  words: readonly WordCode[],
  tags: readonly Tag[],
  one: WeighedTree,
  other: WeighedTree,
  arbiter: LinearModel,
): Tree {
  const heads = [...one.heads]
  const deprels = [...one.deprels]
  const features = new Uint32Array(arbiterFeatureRoom)
  const scores = new Int32Array(2)
  const gains: { readonly word: number; readonly gain: number }[] = []
  const gainOf = new Map<number, number>()
  for (let word = 0; word < words.length; word++) {
    if (one.heads[word] === other.heads[word] && one.deprels[word] === other.deprels[word]) continue
    arbiter.score(features, arbiterFeatures(words, tags, one, other, word, features), scores)
    const gain = scores[1]! - scores[0]!
    gainOf.set(word, gain)
    if (gain > 0) gains.push({ word, gain })
  }
  gains.sort((a, b) => b.gain - a.gain || a.word - b.word)

  const oldRoot = one.heads.indexOf(-1)
  const newRoot = other.heads.indexOf(-1)
  for (const { word } of gains) {
    const head = other.heads[word]!
    if (word === oldRoot || word === newRoot) continue
    if (!leadsTo(heads, head, word)) {
      heads[word] = head
      deprels[word] = other.deprels[word]!
    }
  }
  // The root moves only as a pair: the old one gets a governor, the new one loses its own.
  if (oldRoot !== newRoot && (gainOf.get(oldRoot) ?? 0) + (gainOf.get(newRoot) ?? 0) > 0) {
    const kept = heads[newRoot]!
    heads[newRoot] = -1
    if (leadsTo(heads, other.heads[oldRoot]!, oldRoot)) heads[newRoot] = kept
    else {
      heads[oldRoot] = other.heads[oldRoot]!
      deprels[oldRoot] = other.deprels[oldRoot]!
      deprels[newRoot] = 'root'
    }
  }
  return { heads, deprels }
}

/** Whether going up from `from` meets `word`. */
function leadsTo(heads: readonly number[], from: number, word: number): boolean {
  for (let at = from, steps = 0; at >= 0 && steps <= heads.length; at = heads[at]!, steps++) if (at === word) return true
  return false
}

/** Writes the features of one disagreement and gives back their number. */
export function arbiterFeatures(
  words: readonly WordCode[],
  tags: readonly Tag[],
  one: WeighedTree,
  other: WeighedTree,
  word: number,
  out: Uint32Array,
): number {
  const a = one.heads[word]!
  const b = other.heads[word]!
  const tag = (i: number) => (i < 0 ? 7 : hashString(tags[i]!.xpos))
  const upos = (i: number) => (i < 0 ? 7 : hashString(tags[i]!.upos))
  const form = (i: number) => (i < 0 ? 7 : words[i]!.lower)
  const middle = (i: number) => (i < 0 ? 3000 : words[i]!.middle)
  const la = hashString(one.deprels[word]!)
  const lb = hashString(other.deprels[word]!)
  const side = (head: number) => (head < 0 ? 20 : head < word ? 0 : 10) + Math.min(9, distanceStep(Math.abs(head - word)))
  const ma = marginStep(one.margins[word]!)
  const mb = marginStep(other.margins[word]!)
  const caseWord = caseOf(one, words, word)
  const same = a === b ? 1 : 0
  const t = tag(word)
  const labels = combine(la, lb)
  let n = 0
  let template = 1
  const put = (x: number) => {
    out[n++] = combine(template++, x)
  }
  put(same)
  put(t)
  put(form(word))
  put(labels)
  put(combine(labels, t))
  put(combine(labels, same))
  put(combine(la, ma))
  put(combine(lb, mb))
  put(combine(ma, mb))
  put(combine(combine(ma, mb), labels))
  put(ma)
  put(mb)
  put(combine(side(a), side(b)))
  put(combine(side(a), la))
  put(combine(side(b), lb))
  put(combine(combine(side(a), side(b)), t))
  put(combine(tag(a), tag(b)))
  put(combine(combine(tag(a), tag(b)), t))
  put(combine(combine(upos(a), upos(b)), labels))
  put(combine(combine(tag(a), la), t))
  put(combine(combine(tag(b), lb), t))
  put(combine(form(a), form(word)))
  put(combine(form(b), form(word)))
  put(combine(combine(form(a), form(word)), la))
  put(combine(combine(form(b), form(word)), lb))
  put(combine(combine(middle(a), middle(word)), la))
  put(combine(combine(middle(b), middle(word)), lb))
  put(combine(form(a), la))
  put(combine(form(b), lb))
  put(combine(form(a), form(b)))
  put(combine(caseWord, combine(form(a), 1)))
  put(combine(caseWord, combine(form(b), 2)))
  put(combine(caseWord, combine(tag(a), tag(b))))
  put(combine(caseWord, combine(middle(a), middle(b))))
  put(combine(caseWord, combine(side(a), side(b))))
  put(combine(t, one.heads[b < 0 ? word : b] === a ? 1 : 0) ^ 5)
  put(combine(t, other.heads[a < 0 ? word : a] === b ? 1 : 0) ^ 9)
  put(combine(tag(word - 1 < 0 ? -1 : word - 1), combine(t, labels)))
  put(combine(word + 1 < words.length ? tag(word + 1) : 8, combine(t, labels)))
  put(combine(form(word), labels))
  return n
}

/** The preposition or conjunction that hangs on a word, as far as one tree has it. */
function caseOf(tree: Tree, words: readonly WordCode[], word: number): number {
  for (let i = Math.max(0, word - 4); i < word; i++) {
    if (tree.heads[i] === word && (tree.deprels[i] === 'case' || tree.deprels[i] === 'mark')) return words[i]!.lower
  }
  return 99
}

function distanceStep(distance: number): number {
  return distance <= 4 ? distance : distance <= 7 ? 5 : distance <= 12 ? 6 : 7
}

function marginStep(margin: number): number {
  return Math.min(12, Math.floor(Math.log2(1 + margin / 100)))
}
