import { expect, test } from 'vitest'
import { namingWords } from '../../src/knowledge/description-name.js'
import type { Token } from '../../src/model/reading.js'

/** "the/DET/DT clerk/NOUN/NN": words with their parts of speech. */
function tokensOf(tagged: string): Token[] {
  let at = 0
  return tagged.split(' ').map((word) => {
    const [form = '', upos = '', xpos = ''] = word.split('/')
    const start = at
    at += form.length + 1
    return { form, lemma: form, upos, xpos, head: -1, deprel: 'dep', start, end: start + form.length }
  })
}

for (const [tagged, head, name] of [
  ['the/DET/DT clerk/NOUN/NN who/PRON/WP kept/VERB/VBD it/PRON/PRP', 1, 'the clerk'],
  [
    'a/DET/DT lawyer/NOUN/NN for/ADP/IN the/DET/DT owner/NOUN/NN told/VERB/VBD her/PRON/PRP',
    1,
    'a lawyer for the owner',
  ],
  ['the/DET/DT allies/NOUN/NNS anxious/ADJ/JJ to/PART/TO leave/VERB/VB', 1, 'the allies'],
  ['the/DET/DT agency/NOUN/NN ,/PUNCT/, with/ADP/IN its/PRON/PRP$ clerks/NOUN/NNS', 1, 'the agency'],
  ["a/DET/DT song/NOUN/NN “/PUNCT/`` She/PRON/PRP Left/VERB/VBD ”/PUNCT/''", 1, 'a song “ She Left ”'],
] as const) {
  test(`"${name}" is the name of its description`, () =>
    expect(
      namingWords(tokensOf(tagged), head)
        .map(({ form }) => form)
        .join(' '),
    ).toBe(name))
}
