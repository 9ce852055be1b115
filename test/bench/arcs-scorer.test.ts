import { expect, test } from 'vitest'
import { countArcs } from '../../bench/scorers/arcs.js'

const gold = [
  { head: 1, deprel: 'nsubj:pass' },
  { head: -1, deprel: 'root' },
  { head: 3, deprel: 'case' },
  { head: 1, deprel: 'obl' },
]

test('a wrong governor costs both scores, a wrong relation only the labelled ones', () => {
  const tree = { heads: [1, -1, 3, 0], deprels: ['nsubj:pass', 'root', 'mark', 'obl'] }
  expect(countArcs(gold, tree)).toEqual({ words: 4, attached: 3, labelled: 2, universal: 2 })
})

test('a wrong subtype costs LAS but not LAS without subtypes', () => {
  const tree = { heads: [1, -1, 3, 1], deprels: ['nsubj', 'root', 'case', 'obl'] }
  expect(countArcs(gold, tree)).toEqual({ words: 4, attached: 4, labelled: 3, universal: 4 })
})
