import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { packageFolder } from '../../src/storage/models.js'
import { bigStory } from './big-story.js'
import { openBrowser } from './browser.js'
import { exampleFindings, findingsIn } from './example-findings.js'
import { goldFindings } from './gold-findings.js'
import { hostileFindings } from './hostile.js'
import { openRoom } from './rooms.js'
import { addresses } from './views.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const empty = {
  ...bigStory(1, 1),
  reports: [],
  readings: [],
  entities: [],
  attributions: [],
  statements: [],
  claims: [],
  conflicts: [],
  timeline: [],
  derivations: [],
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

// A story the team has annotated, where its data lie beside the project: real reports, of which nothing is kept here.
const gold = join(packageFolder(), '../shared/gold')
const [real] = existsSync(gold) ? readdirSync(gold).filter((name) => existsSync(join(gold, name, 'reports'))) : []

const rooms = [
  ['the example as it is read today', exampleFindings, phone],
  ['the example as a careful reader has it', goldFindings, wide],
  ['real reports, where there are any', real && (() => findingsIn(join(gold, real, 'reports'))), wide],
  ['200 reports with 20,000 statements', () => bigStory(200, 100), wide],
  ['hostile reports', hostileFindings, phone],
  ['a story with nothing in it', () => empty, wide],
] as const

for (const [name, make, viewport] of rooms) {
  test.skipIf(!make)(
    `${name}: every view, ${viewport.width} px, light and dark: axe finds nothing, nothing sticks out`,
    async () => {
      const findings: Findings = await (make || (() => empty))()
      const room = await openRoom(browser, findings, { viewport })
      await room.page.evaluate(axe)
      const problems: string[] = []
      for (const [view, hash] of Object.entries(addresses(findings))) {
        const begun = Date.now()
        await room.go(hash)
        const taken = Date.now() - begun
        if (taken > 3000) problems.push(`${view}: took ${taken} ms to show`)
        for (const colorScheme of ['light', 'dark'] as const) {
          await room.page.emulateMedia({ colorScheme })
          problems.push(...(await violations(room.page)).map((problem) => `${view}, ${colorScheme}: ${problem}`))
        }
        const over = await room.page.evaluate(() => {
          const main = document.querySelector('main')!
          return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth)
        })
        if (over > 1) problems.push(`${view}: sticks out by ${over} px`)
      }
      expect(problems).toEqual([])
      await room.close()
    },
    120_000,
  )
}

/** What axe finds wrong on the page as it stands, by all its rules. */
async function violations(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)} – ${node.failureSummary.slice(0, 300)}`),
    )
  })
}
