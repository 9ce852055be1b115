import { describe, expect, test } from 'vitest'
import { commitmentAt } from '../../src/statements/factuality/factuality.js'
import { treeOf } from '../../src/statements/trees.js'
import { readNews } from './check-statements.js'

/** What the text commits to on the event that this word names: "certain", "not" before it where it is denied. */
function commitmentOn(word: string, text: string): string {
  const { reading } = readNews(text)
  for (const sentence of reading.sentences) {
    const tree = treeOf(sentence)
    const at = tree.forms.indexOf(word)
    if (at < 0) continue
    const { factuality, negated } = commitmentAt(tree, at)
    return `${negated ? 'not ' : ''}${factuality}`
  }
  throw new RangeError(`"${word}" is not among the words of "${text}"`)
}

describe('how sure the words are of an event', () => {
  for (const [text, word, commitment] of [
    ['Ada Holm left the harbour.', 'left', 'certain'],
    ['Ada Holm did not leave the harbour.', 'leave', 'not certain'],
    ['Nobody left the harbour.', 'left', 'not certain'],
    ['Ada Holm may leave the harbour.', 'leave', 'unreal'],
    ['Ada Holm will leave the harbour.', 'leave', 'probable'],
    ['Ada Holm said she would leave the harbour.', 'leave', 'probable'],
    ['Ada Holm said she would leave the harbour if the lamp failed.', 'leave', 'unreal'],
    ['Ada Holm would leave the harbour.', 'leave', 'unreal'],
    ['There is no doubt that Ada Holm left the harbour.', 'left', 'certain'],
    ['There is no sign that Ada Holm left the harbour.', 'left', 'unreal'],
    ['The lamp is neither a gift nor a loan.', 'gift', 'not certain'],
    ['Ada Holm could not reach the harbour.', 'reach', 'not certain'],
    ['Hymns could be heard across the water.', 'heard', 'certain'],
    ['Ada Holm could reach the harbour.', 'reach', 'unreal'],
    ['Ada Holm managed to reach the harbour.', 'reach', 'certain'],
    ['Ada Holm did not manage to reach the harbour.', 'reach', 'not certain'],
    ['Ada Holm failed to reach the harbour.', 'reach', 'not certain'],
    ['Ada Holm did not fail to reach the harbour.', 'reach', 'certain'],
    ['Ada Holm refused to join the crew.', 'join', 'not certain'],
    ['Ada Holm did not refuse to join the crew.', 'join', 'unreal'],
    ['Ada Holm wants to join the crew.', 'join', 'unreal'],
    ['Ada Holm tried to join the crew.', 'join', 'unreal'],
    ['Ada Holm is expected to join the crew.', 'join', 'probable'],
    ['Ada Holm is not expected to join the crew.', 'join', 'not certain'],
    ['Ada Holm went to Ennet to repair the lamp.', 'repair', 'probable'],
    ['If the lamp fails, the harbour will be closed.', 'fails', 'unreal'],
    ['Ada Holm knew that the lamp had failed.', 'failed', 'certain'],
    ['Ada Holm did not know that the lamp had failed.', 'failed', 'certain'],
    ['Ada Holm did not say that the lamp had failed.', 'failed', 'unreal'],
    ['The keepers prevented an attack on the lamp.', 'attack', 'not certain'],
    ['The harbour sought a ban on fishing.', 'ban', 'unreal'],
  ] as const) {
    test(`${text} → ${word}: ${commitment}`, () => expect(commitmentOn(word, text)).toBe(commitment))
  }
})

describe('what a statement says of it', () => {
  const factualityOf = (text: string, part: string) =>
    readNews(text).found.statements.find(({ gist }) => gist.toLowerCase().includes(part))?.factuality

  test('what somebody denies is no less his own assertion, and the stance tells of the denial', () => {
    const { found } = readNews('Piers Hallbrook denied that the lamp had failed.')
    const failed = found.statements.find(({ gist }) => gist.includes('failed'))
    expect([failed?.stance, failed?.polarity, failed?.factuality]).toEqual(['denied', 'positive', 'certain'])
  })
  test('what is expected is probable', () =>
    expect(factualityOf('The harbour is expected to close on Friday.', 'close')).toBe('probable'))
  test('what may be is unreal', () => expect(factualityOf('The harbour may close on Friday.', 'close')).toBe('unreal'))
  test('what goes along with something unreal is no surer', () =>
    expect(factualityOf('Dov Pereth may have broken the law, using a false name.', 'false name')).toBe('unreal'))
})
