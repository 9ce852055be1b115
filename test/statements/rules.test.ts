import { describe, test } from 'vitest'
import { attributionRules } from '../../src/statements/attribution/rules.js'
import { checkVoices } from './check-statements.js'

for (const rule of attributionRules) {
  describe(rule.name, () => {
    for (const { text, voices } of rule.examples) test(text, () => checkVoices(text, voices))
  })
}
