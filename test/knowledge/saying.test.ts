import { expect, test } from 'vitest'
import { sayingLexicon } from '../../src/knowledge/saying.js'

for (const [word, isAttitude, wantsOrJudges] of [
  ['opposes', true, true],
  ['favored', true, true],
  ['seeking', true, true],
  ['sought', true, true],
  ['Regretted', true, true],
  ['criticised', false, true],
  ['slammed', false, true],
  ['unclear', false, true],
  ['walked', false, false],
] as const) {
  test(`"${word}": an attitude: ${isAttitude}; a wish, plan or judgement: ${wantsOrJudges}`, () => {
    const saying = sayingLexicon()
    expect([saying.isAttitude(word), saying.wantsOrJudges(word)]).toEqual([isAttitude, wantsOrJudges])
  })
}
