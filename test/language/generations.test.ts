import { describe, expect, test } from 'vitest'
import { alignTexts, namesWith } from '../alignment/check-alignment.js'

describe('two of one name', () => {
  test('"Jr." behind a man named before is another', () => {
    expect(voicesOf('President Emil Lingard left Ennet. Emil Lingard Jr. said the lamp was out.')).toEqual([
      'Emil Lingard Jr.',
    ])
  })

  test('and so are the short forms, while the bare surname is the other', () => {
    expect(
      voicesOf(
        'President Emil Lingard left Ennet. Emil Lingard Jr. slept. Lingard Jr. said the sea was calm. Lingard said the ferry was late. The younger Mr. Lingard said the log was lost.',
      ),
    ).toEqual(['Emil Lingard Jr.', 'Emil Lingard', 'Emil Lingard Jr.'])
  })

  test('one who is first met with "Jr." may go on without it', () => {
    const text = 'Emil Lingard Jr. left Ennet. Lingard said the sea was calm. Emil Lingard said the log was lost.'
    expect(new Set(voicesOf(text)).size).toBe(1)
  })

  test('two of one report stay two over all reports', () => {
    const aligned = alignTexts(
      'President Emil Lingard left Ennet. Emil Lingard Jr. said the lamp was out.',
      'Emil Lingard said the sea was calm.',
      'Emil Lingard Jr. said the log was lost.',
    )
    expect(namesWith('Lingard', aligned)).toHaveLength(2)
  })
})

function voicesOf(text: string): (string | undefined)[] {
  const { attributions, entities } = alignTexts(text)
  return attributions.map(({ chain }) => entities.find(({ id }) => id === chain.at(-1))?.name)
}
