// Not a test: takes the pictures of the README and of docs/strangers-test.md again, of the example story as the engine reads it today. `npm run pictures`
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../src/storage/models.js'
import { openBrowser } from './browser.js'
import { exampleFindings } from './example-findings.js'
import { openRoom } from './rooms.js'
import { exampleQuestions, walk } from './stranger.js'
import { addresses } from './views.js'

const folder = join(packageFolder(), 'docs/pictures')
mkdirSync(folder, { recursive: true })
const findings = await exampleFindings()
const browser = await openBrowser()
const look = { colorScheme: 'light', viewport: { width: 1100, height: 700 } } as const
for (const [name, view] of [
  ['front', 'front'],
  ['reader', 'sentence'],
] as const) {
  const room = await openRoom(browser, findings, look)
  await room.go(addresses(findings)[view]!)
  await room.page.waitForTimeout(300)
  await room.page.screenshot({ path: join(folder, `${name}.png`) })
}
const room = await openRoom(browser, findings, look)
const steps = await walk(room.page, exampleQuestions, async (question) => {
  await room.page.waitForTimeout(300)
  await room.page.screenshot({ path: join(folder, `stranger-${question}.png`) })
})
for (const { question, clicks, answer, milliseconds } of steps)
  console.log(`${question}: ${clicks} clicks, ${milliseconds} ms\n${answer}\n`)
await browser.close()
