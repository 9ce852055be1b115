// Not a test: makes pictures of every view, for people to look at. `npm run look -- OUT [gold|example|big|hostile] [view…]`
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Findings } from '../../src/model/findings.js'
import { renderHtml } from '../../src/presentation/html.js'
import { readPageParts } from '../../src/storage/page.js'
import { bigStory } from './big-story.js'
import { openBrowser } from './browser.js'
import { exampleFindings } from './example-findings.js'
import { goldFindings } from './gold-findings.js'
import { hostileFindings } from './hostile.js'
import { addresses } from './views.js'

const [out = 'look', which = 'gold', ...only] = process.argv.slice(2)
const stories: Readonly<Record<string, () => Findings | Promise<Findings>>> = {
  gold: goldFindings,
  example: exampleFindings,
  big: () => bigStory(200, 100),
  hostile: hostileFindings,
}
const findings = await stories[which]!()
mkdirSync(out, { recursive: true })
const file = join(out, `${which}.html`)
writeFileSync(file, renderHtml(findings, readPageParts()))
const browser = await openBrowser()
for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['phone', 390, 844],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme })
    const page = await context.newPage()
    page.on('console', (message) => console.log(message.type(), message.text()))
    page.on('pageerror', (error) => console.log('ERROR', error.message))
    for (const [view, hash] of Object.entries(addresses(findings))) {
      if (only.length > 0 && !only.includes(view)) continue
      await page.goto(`${pathToFileURL(file)}${hash}`)
      await page.waitForTimeout(250)
      await page.screenshot({ path: join(out, `${which}-${view}-${name}-${colorScheme}.png`) })
    }
    await context.close()
  }
}
await browser.close()
