import type { PlainStatement } from '../../model/statements.js'
import type { When } from '../../model/when.js'
import { childrenBy, formAt, type Tree } from '../trees.js'
import { isPast, lent, type Telling } from './placed.js'

/**
 * "He crossed on Friday. He then asked for asylum."  →  the asking: from Friday on
 * "The clip spread in December. It was then that he decided to leave."  →  the decision: about December
 * "The works were closed in 2003, but the furnaces had burnt on."  →  the burning: from 2003 on
 *
 * What is told to come next, to go on, or to be at that time, by the date of what was told just before, by the same voice.
 * "At the time" may also mean the time of which another voice has just told.
 */
export function toldNext(index: number, telling: Telling): When | null {
  const { statement, tree, predicate } = telling.placed[index]!
  const link = linkOf(tree, predicate)
  if (!link || !isPast(tree, predicate)) return null
  for (let i = index - 1; i >= Math.max(0, index - mostBack); i--) {
    const before = telling.placed[i]!
    if (tree.sentence.index - before.tree.sentence.index > mostSentences) return null
    if (before.tree.sentence.paragraph < tree.sentence.paragraph - 1) return null
    if (link === 'on' && before.tree !== tree) return null
    const when = telling.when(i)
    if (!when || !isHeard(before.statement, statement, link)) continue
    return dateAfter(when, link)
  }
  return null
}

type Link = 'next' | 'soon' | 'same' | 'on'

function isHeard(before: PlainStatement, { chain }: PlainStatement, link: Link): boolean {
  if (before.chain.join() === chain.join()) return true
  return link === 'same' && chain.length === 1 && before.because.rule !== 'dated-saying'
}

/** So many statements, and so many sentences, back a "then" may reach. */
const mostBack = 4
const mostSentences = 1

function linkOf(tree: Tree, predicate: number): Link | undefined {
  const first = tree.tokens.findIndex(({ upos }) => upos !== 'PUNCT')
  // "It was then that he left", "At that point he left", "At the time, he was away"
  const opening = tree.forms.slice(first, first + 4).join(' ')
  if (
    /^(it was then that|at that (time|point|moment)|at the time|at this point|that is when|that was when)/.test(opening)
  )
    return 'same'
  // "Quennell at the time released a statement": before its verb it is the verb's, whatever it was hung on.
  if (tree.forms.slice(Math.max(0, predicate - 3), predicate).join(' ') === 'at the time') return 'same'
  if (goingOn.test(tree.tokens[predicate]!.lemma)) return 'on'
  for (const child of childrenBy(tree, predicate, 'advmod', 'obl')) {
    const form = formAt(tree, child)
    if (form === 'then' && child < predicate && formAt(tree, child - 1) !== 'since') return 'next'
    if (/^(afterwards?|subsequently|thereafter)$/.test(form)) return 'next'
    if (
      form === 'time' &&
      formAt(tree, child - 1) === 'the' &&
      formAt(tree, child - 2) === 'at' &&
      formAt(tree, child + 1) !== 'of'
    )
      return 'same'
    if (form === 'later' && /^(moments|seconds|minutes|hours)$/.test(formAt(tree, child - 1))) return 'soon'
  }
  return undefined
}

/** Verbs that say that a thing did not end. */
const goingOn = /^(?:continue|persist)$/i

function dateAfter({ edtf, start, end }: When, link: Link): When | null {
  if (edtf.startsWith('XXXX')) return null
  const [from] = edtf.split('/')
  const plain = from!.replace(/[~?%]/g, '').slice(0, 10)
  if (link === 'same') return lent(edtf.includes('/') ? edtf : `${plain}~`, { start, end })
  if (plain === '..' || plain === '') return null
  const isDay = plain.length === 10
  return lent(link === 'soon' && isDay ? `${plain}~` : `${plain}/..`, { start, end })
}
