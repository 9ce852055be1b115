import { describe, test } from 'vitest'
import { checkVoices } from './check-statements.js'

describe('who says so, and through whom', () => {
  for (const [name, text, voices] of [
    ['a clause', 'Ottilie Brandt said the lamp had failed.', ['outlet < Brandt | the lamp had failed']],
    [
      'two clauses joined by "and that"',
      'Ottilie Brandt said that the lamp had failed and that the ferry was late.',
      ['outlet < Brandt | the lamp had failed and that the ferry was late'],
    ],
    [
      'a hearer is a step',
      'Ottilie Brandt told the Gazette that the lamp had failed.',
      ['outlet < Gazette < Brandt | the lamp had failed'],
    ],
    [
      'reporters are no step',
      'Ottilie Brandt told reporters that the lamp had failed.',
      ['outlet < Brandt | the lamp had failed'],
    ],
    [
      'the report’s own outlet is no step',
      'Ottilie Brandt told the Herald that the lamp had failed.',
      ['outlet < Brandt | the lamp had failed'],
    ],
    [
      'a hearer after "to"',
      'Ottilie Brandt confirmed to the Gazette that the lamp had failed.',
      ['outlet < Gazette < Brandt | the lamp had failed'],
    ],
    ['the speaker between two halves', 'The lamp, Ottilie Brandt said, had failed.', ['outlet < Brandt | had failed']],
    [
      'mixed quotation',
      'The lamp “was burning normally,” Piers Hallbrook said.',
      ['outlet < Hallbrook | The lamp “was burning normally,”'],
    ],
    [
      'a quotation that goes on after its speaker',
      '“I saw a light,” Dov Pereth said. “It was small and yellow.”',
      ['outlet < Pereth | “I saw a light,”', 'outlet < Pereth | “It was small and yellow.”'],
    ],
    [
      'a quotation in the next paragraph',
      'Dov Pereth told the Gazette he saw a light.\n\n“It was small and yellow. We steered by it.”',
      ['outlet < Gazette < Pereth | “It was small and yellow. We steered by it.”'],
    ],
    [
      'an account to someone',
      'According to Dov Pereth’s account to the Gazette, the lamp had failed.',
      ['outlet < Gazette < Pereth | the lamp had failed'],
    ],
    ['as per', 'The lamp was out in May, as per the Gazette.', ['outlet < Gazette | The lamp was out in May']],
    [
      'one voice inside another',
      'Dov Pereth said that Ottilie Brandt had claimed that the lamp had failed.',
      ['outlet < Pereth < Brandt | the lamp had failed'],
    ],
    [
      'hearsay inside a report',
      'As the Gazette reported, Dov Pereth said that the lamp had failed.',
      ['outlet < Gazette < Pereth | the lamp had failed'],
    ],
    [
      'quoted by somebody',
      'Dov Pereth was quoted by the Gazette as saying that the lamp had failed.',
      ['outlet < Gazette < Pereth | the lamp had failed'],
    ],
    [
      'nobody is named',
      'The lamp is believed to have failed on Tuesday.',
      ['outlet < unnamed | to have failed on Tuesday'],
    ],
    ['a denial', 'Piers Hallbrook denied that the lamp had failed.', ['outlet < Hallbrook | the lamp had failed']],
    [
      'a refusal with a grant',
      'Ottilie Brandt would not confirm that the lamp had failed, only that a boat was lost.',
      ['outlet < Brandt | the lamp had failed', 'outlet < Brandt | a boat was lost'],
    ],
    ['an opinion', 'Ottilie Brandt thinks the lamp had failed.', ['outlet < Brandt | the lamp had failed']],
    [
      'a name for a thing',
      'Ottilie Brandt called the story “dockside gossip.”',
      ['outlet < Brandt | the story “dockside gossip.”'],
    ],
  ] as const) {
    test(name, () => checkVoices(text, voices))
  }

  test('what she goes on to say came the same way', () => {
    checkVoices('Ottilie Brandt told the Gazette that the lamp had failed. She said the ferry was late.', [
      'outlet < Gazette < Brandt | the ferry was late',
    ])
  })
})
