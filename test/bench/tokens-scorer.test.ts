import { expect, test } from 'vitest'
import { readConllu } from '../../bench/conllu.js'
import { type Cut, foundCut, goldCut, scoreCuts } from '../../bench/scorers/tokens.js'

/** A word a line: id and form; "!" before the form says that no space follows. */
function conllu(...sentences: readonly string[]): string {
  return sentences
    .map((sentence) =>
      sentence
        .split(' ')
        .map((word) => {
          const [id, form] = word.split('=') as [string, string]
          const glued = form.startsWith('!')
          return [
            id,
            glued ? form.slice(1) : form,
            '_',
            '_',
            '_',
            '_',
            '0',
            '_',
            '_',
            glued ? 'SpaceAfter=No' : '_',
          ].join('\t')
        })
        .join('\n'),
    )
    .join('\n\n')
}

/** A cut of text without white space: words parted by spaces, sentences by "|". */
function cut(marked: string): Cut {
  const words: { start: number; end: number; form: string; shared: boolean }[] = []
  let at = 0
  const sentences = marked.split('|').map((sentence) => {
    const start = at
    for (const form of sentence.trim().split(' ')) {
      words.push({ start: at, end: at + form.length, form, shared: false })
      at += form.length
    }
    return { start, end: at }
  })
  return { words, sentences }
}

test('the same cut is all right', () => {
  const gold = cut('The lamp went out . | Nobody saw it .')
  expect(scoreCuts(gold, gold)).toEqual({
    words: { right: 9, found: 9, wanted: 9 },
    sentences: { right: 2, found: 2, wanted: 2 },
  })
})

test('a word split in two costs one found and one wanted', () => {
  const { words } = scoreCuts(cut('well - known men'), cut('well-known men'))
  expect(words).toEqual({ right: 1, found: 2, wanted: 4 })
})

test('a missed boundary costs both sentences', () => {
  const { words, sentences } = scoreCuts(
    cut('He left . | She stayed . | All slept .'),
    cut('He left . She stayed . | All slept .'),
  )
  expect(words.right).toBe(9)
  expect(sentences).toEqual({ right: 1, found: 2, wanted: 3 })
})

test('the raw text keeps spaces as the file has them, and a blank line before each paragraph', () => {
  const file = conllu('1=Lamps 2=!out 3=.', '1=Dark') + '\n\n# newpar\n' + conllu('1=End')
  expect(goldCut(readConllu(file)).text).toBe('Lamps out. Dark\n\nEnd')
})

test('inside a gold token of several words the forms are compared', () => {
  const gold = goldCut(readConllu(conllu("1=They 2-3=!don't 2=do 3=n't 4=.")))
  expect(gold.text).toBe("They don't.")
  const tokens = (...spans: readonly (readonly [number, number])[]) => [
    { tokens: spans.map(([start, end]) => ({ start, end })) },
  ]
  const right = foundCut(gold.text, tokens([0, 4], [5, 7], [7, 10], [10, 11]))
  expect(scoreCuts(gold.cut, right).words).toEqual({ right: 4, found: 4, wanted: 4 })
  const whole = foundCut(gold.text, tokens([0, 4], [5, 10], [10, 11]))
  expect(scoreCuts(gold.cut, whole).words).toEqual({ right: 2, found: 3, wanted: 4 })
  const wrong = foundCut(gold.text, tokens([0, 4], [5, 8], [8, 10], [10, 11]))
  expect(scoreCuts(gold.cut, wrong).words).toEqual({ right: 2, found: 4, wanted: 4 })
})

test('a word that sticks out of a gold token of several words does not count, the rest does', () => {
  const gold = goldCut(readConllu(conllu('1-2=!cannot 1=can 2=not 3=go')))
  const found = foundCut('cannotgo', [
    {
      tokens: [
        { start: 0, end: 3 },
        { start: 3, end: 8 },
      ],
    },
  ])
  expect(scoreCuts(gold.cut, found).words).toEqual({ right: 1, found: 2, wanted: 3 })
})

test('white space, however wide, does not move positions', () => {
  const gold = cut('a b')
  const found = foundCut('a \u00a0\n b', [
    {
      tokens: [
        { start: 0, end: 1 },
        { start: 5, end: 6 },
      ],
    },
  ])
  expect(scoreCuts(gold, found).words.right).toBe(2)
})
