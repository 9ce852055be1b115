import { expect, test } from 'vitest'
import { readNews, shippedTagger } from './check-statements.js'

/** The gist of each statement with how it is told. */
function told(text: string): string[] {
  return readNews(text, shippedTagger()).found.statements.map(({ gist, stance }) => `${stance}: ${gist}`)
}

for (const [text, expected] of [
  [
    'Holm accused Ordania of destabilizing the region by supporting armed groups.',
    'alleged: Ordania supported armed groups',
  ],
  [
    'The minister accused Ordania of being the leading sponsor of piracy and closing the strait by mooring ships there.',
    'alleged: Ordania closed the strait',
  ],
  [
    'Ada Holm accused Ordania on Friday of closing the strait by mooring ships there.',
    'alleged: Ordania moored ships there',
  ],
  ['Ordania was blamed for closing the strait by mooring ships there.', 'alleged: Ordania moored ships there'],
  ['Jonas Marrick was accused of burning the boat by pouring oil on it.', 'alleged: Jonas Marrick poured oil on it'],
  ['Ada Holm accused Ordania of closing the strait, citing a report.', 'stated: Ada Holm cited a report'],
  ['The harbour kept the crew from leaving the ship by locking the gate.', 'stated: The harbour locked the gate'],
] as const) {
  test(`${expected}, in: ${text}`, () => expect(told(text)).toContain(expected))
}
