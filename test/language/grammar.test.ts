import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseForms, annotate, type Grammar, loadGrammar } from '../../src/language/annotate.js'
import { fromTokens } from '../../src/language/layers.js'
import { lemmaOf } from '../../src/language/tags/lemmas.js'
import { readModel } from '../../src/storage/models.js'

let loaded: Grammar | undefined

function grammar(): Grammar {
  loaded ??= loadGrammar(readModel)
  return loaded
}

/** Spells a tree as "word<relation-governor", words by their forms. */
function spelled(text: string): string[] {
  const [sentence] = annotate(fromTokens([text.split(' ')]).raw, grammar())
  return sentence!.tokens.map(
    ({ form, deprel, head }) => `${form} ${deprel} ${head < 0 ? '-' : sentence!.tokens[head]!.form}`,
  )
}

describe('trees', () => {
  test('who did what to whom', () => {
    expect(spelled('The keeper lit the lamp .')).toEqual([
      'The det keeper',
      'keeper nsubj lit',
      'lit root -',
      'the det lamp',
      'lamp obj lit',
      '. punct lit',
    ])
  })

  test('a passive has its own kind of subject', () => {
    expect(spelled('The lamp was lit by the keeper .')).toContain('lamp nsubj:pass lit')
  })

  test('what is said hangs on the verb of saying', () => {
    expect(spelled('The harbour master said that the ferry had left on time .')).toContain('left ccomp said')
  })

  test('anything at all becomes a tree: one root, no circle', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 }), (forms) => {
        const { heads, deprels, tags } = analyseForms(forms, grammar())
        expect([heads.length, deprels.length, tags.length]).toEqual([forms.length, forms.length, forms.length])
        expect(heads.filter((h) => h < 0)).toHaveLength(1)
        heads.forEach((_, i) => {
          let at = i
          for (let steps = 0; at >= 0; steps++) {
            expect(steps).toBeLessThanOrEqual(forms.length)
            at = heads[at]!
          }
        })
      }),
      { numRuns: 60 },
    )
  })
})

describe('tags', () => {
  for (const [text, word, upos] of [
    ['They have a boat .', 'have', 'VERB'],
    ['They have left .', 'have', 'AUX'],
    ['She waited for the ferry .', 'for', 'ADP'],
    ['The man that she saw left .', 'that', 'PRON'],
    ['He said that she left .', 'that', 'SCONJ'],
    ['He wants to leave .', 'to', 'PART'],
    ['He went to Ennet .', 'to', 'ADP'],
  ] as const) {
    test(`"${word}" in "${text}" is ${upos}`, () => {
      const [sentence] = annotate(fromTokens([text.split(' ')]).raw, grammar())
      expect(sentence!.tokens.find((t) => t.form === word)!.upos).toBe(upos)
    })
  }
})

test('the lemma of a regular form is spelt as a verb may be', () => {
  for (const [form, tag, lemma] of [
    ['aired', 'VBD', 'air'],
    ['impaired', 'VBD', 'impair'],
    ['acquitted', 'VBD', 'acquit'],
    ['strutted', 'VBD', 'strut'],
    ['freed', 'VBN', 'free'],
    ['googling', 'VBG', 'google'],
    ['created', 'VBD', 'create'],
    ['added', 'VBD', 'add'],
    ['denied', 'VBD', 'deny'],
  ] as const) {
    expect([form, lemmaOf(form, tag, grammar().lemmatiser)]).toEqual([form, lemma])
  }
})

describe('lemmas', () => {
  for (const [text, word, lemma] of [
    ['The boats were found .', 'boats', 'boat'],
    ['The boats were found .', 'found', 'find'],
    ['She was moving the batteries .', 'moving', 'move'],
    ['She was moving the batteries .', 'batteries', 'battery'],
    ['He told the children .', 'told', 'tell'],
    ['He told the children .', 'children', 'child'],
    ['They fled .', 'fled', 'flee'],
    ['The company released a statement .', 'released', 'release'],
    ['Brandt stopped the search .', 'stopped', 'stop'],
    ['Brandt stopped the search .', 'Brandt', 'Brandt'],
  ] as const) {
    test(`"${word}" → ${lemma}`, () => {
      const [sentence] = annotate(fromTokens([text.split(' ')]).raw, grammar())
      expect(sentence!.tokens.find((t) => t.form === word)!.lemma).toBe(lemma)
    })
  }
})
