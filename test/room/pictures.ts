// Not a test: takes the README's pictures of the example story again, as the engine reads it today. `npm run pictures`
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../src/storage/models.js'
import { openBrowser } from './browser.js'
import { exampleFindings } from './example-findings.js'
import { openRoom } from './rooms.js'
import { addresses } from './views.js'

const folder = join(packageFolder(), 'docs/pictures')
mkdirSync(folder, { recursive: true })
const findings = await exampleFindings()
const browser = await openBrowser()
for (const [name, view, colorScheme] of [
  ['front', 'front', 'light'],
  ['reader', 'sentence', 'light'],
] as const) {
  const room = await openRoom(browser, findings, { colorScheme, viewport: { width: 1100, height: 700 } })
  await room.go(addresses(findings)[view]!)
  await room.page.waitForTimeout(300)
  await room.page.screenshot({ path: join(folder, `${name}.png`) })
}
await browser.close()
