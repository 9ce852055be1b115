import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Findings } from '../../src/model/findings.js'
import { type EngineParts, renderHtml } from '../../src/presentation/html.js'
import { readPageParts } from '../../src/storage/page.js'

/** A page in the browser on one file, with the network off; whatever it says in its console is kept. */
export interface OpenRoom {
  readonly page: Page
  readonly address: string
  readonly said: readonly string[]
  readonly asked: readonly string[]
  go(hash: string): Promise<void>
  close(): Promise<void>
}

/** Writes findings as one file and opens it. Anything the page asks of a network, or complains of, fails the test that looks. */
export async function openRoom(
  browser: Browser,
  findings: Findings | null,
  { engine = null, ...options }: BrowserContextOptions & { readonly engine?: EngineParts | null } = {},
): Promise<OpenRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-room-'))
  const file = join(folder, 'story.html')
  writeFileSync(file, renderHtml(findings, readPageParts(), engine))
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const said: string[] = []
  const asked: string[] = []
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^(?:file|blob|data):/.test(request.url())) asked.push(request.url())
  })
  const address = pathToFileURL(file).href
  const go = async (hash: string): Promise<void> => {
    if (page.url() === 'about:blank') await page.goto(`${address}${hash}`)
    else
      await page.evaluate((to) => {
        location.hash = to
      }, hash)
    await page.waitForSelector('h1')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  await go('')
  return {
    page,
    address,
    said,
    asked,
    go,
    close: async () => {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
      assert.deepEqual(said, [], 'what the page complained of')
      assert.deepEqual(asked, [], 'what the page asked of a network')
    },
  }
}
