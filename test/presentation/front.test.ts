import { describe, expect, test } from 'vitest'
import { leansMost, without } from '../../src/independence/without.js'
import { frontOf } from '../../src/presentation/front.js'
import { renderSources } from '../../src/presentation/sources.js'
import { storyOf } from '../../src/presentation/story.js'
import { goldFindings } from '../room/gold-findings.js'
import { exampleFindings } from './findings.js'

describe('on whom most hangs', () => {
  const gold = goldFindings()
  const story = storyOf(gold, leansMost(gold))

  test('the front page, "stemma sources" and what falls when a source is switched off count the same', () => {
    expect(story.hinges.length).toBeGreaterThan(1)
    const printed = renderSources(gold, leansMost(gold), { width: 200, color: false })
    for (const { source, name, falls, toOne } of story.hinges) {
      const rest = without(gold, source)!
      expect([rest.falls.length, rest.toOne.length], name).toEqual([falls, toOne])
      if (falls > 0)
        expect(printed).toContain(`If ${name} is wrong, ${falls} ${falls === 1 ? 'claim falls' : 'claims fall'}`)
    }
  })

  test('the front page names the heaviest', () => {
    const [first] = story.hinges
    expect(frontOf(story).sentences.join(' ')).toContain(`claims would fall`)
    expect(frontOf(story).sentences.at(-1)).toContain(gold.entities.find(({ id }) => id === first!.source)?.name)
  })

  test('where nobody counted, nothing is said of it', () =>
    expect(frontOf(storyOf(gold)).sentences.join(' ')).not.toContain('would fall'))
})

test('the front page says how many claims stand on what', () => {
  expect(frontOf(storyOf(exampleFindings)).sentences).toEqual([
    'Two reports make two claims.',
    'None stands on two or more independent witnesses, one on one witness, and for one the witnesses cannot be told.',
    'The reports cannot all be right in one place; two claims are disputed.',
  ])
})
