import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { dossierOf } from '../../src/presentation/dossier.js'
import { storyOf } from '../../src/presentation/story.js'

const findings = JSON.parse(
  readFileSync(new URL('../stories/lighthouse/findings.json', import.meta.url), 'utf8'),
) as Findings

test('a claim of the dossier counts its reports once: in its reason, or before its grade', () => {
  for (const { id, standing, why } of dossierOf(storyOf(findings)).sections.flatMap(({ claims }) => claims))
    expect([id, /\d reports?, \d+ witness/.test(why)]).toEqual([id, standing.startsWith('grade')])
})
