import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverFor } from '../../src/http/server.js'
import { packageFolder } from '../../src/storage/models.js'
import { readEngine, readPageParts } from '../../src/storage/page.js'
import { bigStory } from './big-story.js'
import { openBrowser } from './browser.js'
import { exampleFindings } from './example-findings.js'
import { goldFindings } from './gold-findings.js'
import { hostileFindings, hostileTitle } from './hostile.js'
import { openRoom } from './rooms.js'
import { exampleQuestions, walk } from './stranger.js'
import { addresses } from './views.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

test('the program of the page is under 150 KB, packed', () => {
  const { script, style } = readPageParts()
  expect(gzipSync(script).length + gzipSync(style).length).toBeLessThan(150_000)
})

const engineInside = () => {
  const { program, models } = readEngine()
  return { kept: 'inside', program, models: Buffer.from(models).toString('base64') } as const
}

test('the example, with the engine in the file, is there within a second of loading', async () => {
  const room = await openRoom(browser, await exampleFindings(), { engine: engineInside() })
  await room.page.goto('about:blank')
  await room.page.goto(room.address)
  await room.page.waitForSelector('h1')
  const shown = await room.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(),
  )
  expect(shown).toBeLessThan(1000)
  expect(await room.page.title()).toBe('The lamp on Wether Rock – Stemma')
  await room.close()
})

test('a link opens its claim, the back button leads back, Escape closes', async () => {
  const findings = goldFindings()
  const claim = findings.claims.find((one) => one.statements.length > 3)!
  const room = await openRoom(browser, findings)
  await room.go(`#claim=${claim.id}`)
  expect(await room.page.textContent('.apparatus h2')).toBe(claim.gist)
  expect(await room.page.getAttribute('.claim-row[aria-current=true]', 'href')).toContain(`claim=${claim.id}`)
  await room.page.click('.rail a:has-text("Conflicts")')
  await room.page.waitForSelector('h1:has-text("Conflicts")')
  await room.page.goBack()
  await room.page.waitForSelector('h1:has-text("Claims")')
  expect(await room.page.textContent('.apparatus h2')).toBe(claim.gist)
  await room.page.keyboard.press('Escape')
  await room.page.waitForSelector('.apparatus', { state: 'detached' })
  await room.close()
})

test('every link of a chain opens the words that name it', async () => {
  const findings = goldFindings()
  const deep = findings.statements.find((one) => one.chain.length > 2)!
  const room = await openRoom(browser, findings)
  await room.go(`#statement=${deep.id}`)
  const links = room.page.locator('.statement.is-selected .chain button')
  expect(await links.count()).toBe(deep.chain.length)
  for (let i = 0; i < deep.chain.length; i++) {
    await links.nth(i).click()
    expect(await links.nth(i).getAttribute('aria-expanded')).toBe('true')
    expect((await room.page.textContent('.statement.is-selected .chain-words'))?.length).toBeGreaterThan(5)
  }
  await room.close()
})

test('words are shown as they stand in the report', async () => {
  const findings = goldFindings()
  const statement = findings.statements[3]!
  const room = await openRoom(browser, findings)
  await room.go(`#statement=${statement.id}`)
  const text = findings.reports.find((report) => report.id === statement.report)!.text
  expect(await room.page.textContent('.statement.is-selected .statement-words mark')).toBe(
    text.slice(statement.start, statement.end),
  )
  await room.go(`#view=reader&report=${statement.report}`)
  expect(await room.page.textContent('.column-text > p')).toBe(text)
  await room.close()
})

test('filters narrow the ledger and stand in the address', async () => {
  const findings = goldFindings()
  const room = await openRoom(browser, findings)
  await room.go('#view=claims')
  await room.page.fill('input[type=search]', 'lamp')
  await room.page.waitForFunction(() => location.hash.includes('q=lamp'))
  const found = Number(/^(\d+) of/.exec((await room.page.textContent('.claims [role=status]'))!)?.[1])
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(findings.claims.length)
  await room.page.selectOption('.filters label:has-text("Stands on") select', 'several')
  await room.page.waitForFunction(() => location.hash.includes('standing=several'))
  const both = Number(/^(\d+) of/.exec((await room.page.textContent('.claims [role=status]'))!)?.[1])
  expect(both).toBeLessThanOrEqual(found)
  await room.page.click('text=show all')
  await room.page.waitForFunction(
    (n) => document.querySelector('.claims [role=status]')?.textContent === `${n} claims`,
    findings.claims.length,
  )
  await room.close()
})

test('the keyboard alone reads the ledger of 20,000 statements, of which few rows are in the page', async () => {
  const findings = bigStory(200, 100)
  const room = await openRoom(browser, findings)
  await room.go('#view=claims')
  await room.page.locator('.claim-row').first().focus()
  for (let i = 0; i < 30; i++) await room.page.keyboard.press('ArrowDown')
  expect(
    await room.page.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('data-index')),
  ).toBe('30')
  await room.page.keyboard.press('End')
  await room.page.waitForFunction(
    (last) => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') === last,
    String(findings.claims.length - 1),
  )
  await room.page.keyboard.press('Enter')
  await room.page.waitForSelector('.apparatus h2')
  expect(await room.page.locator('.virtual-row').count()).toBeLessThan(60)
  await room.close()
})

test('a source switched off: what falls is said, faded, and comes back', async () => {
  const findings = goldFindings()
  const room = await openRoom(browser, findings)
  const hinge = findings.entities.find(({ id }) =>
    findings.claims.some((claim) =>
      claim.statements.every((one) => findings.statements.find((s) => s.id === one)!.chain.includes(id)),
    ),
  )!.id
  await room.go(`#view=stemma&edge=${hinge}`)
  await room.page.click('.apparatus .button:has-text("Switch this source off")')
  await room.page.waitForSelector('.fall')
  const fallen = Number(/(\d+) of \d+ claims/.exec((await room.page.textContent('.fall'))!)?.[1])
  expect(fallen).toBeGreaterThan(0)
  expect(await room.page.locator('.node.is-gone').count()).toBeGreaterThan(0)
  await room.page.click('.fall .button')
  await room.page.waitForSelector('.fall', { state: 'detached' })
  await room.close()
})

test('a name taken out is nowhere: not in any view, not in what is kept', async () => {
  const findings = goldFindings()
  const room = await openRoom(browser, findings)
  await room.go('#view=take')
  await room.page.fill('input[list=names]', 'Ottilie Brandt')
  await room.page.click('button:has-text("Redact")')
  await room.page.waitForSelector('text=One name is taken out')
  for (const hash of Object.values(addresses(findings))) {
    await room.go(hash)
    expect(await room.page.textContent('#room'), hash).not.toMatch(/Brandt|Ottilie/i)
  }
  await room.go('#view=take')
  const held = room.page.waitForEvent('download')
  await room.page.click('.forms button:has-text("This page, as one file")')
  const path = await (await held).path()
  const copy = readFileSync(path, 'utf8')
  expect(copy).not.toMatch(/Brandt|Ottilie/)
  expect(copy).toContain('[Person A]')
  expect(copy).toContain(readPageParts().scriptHash)
  await room.page.goto(`file://${path}`).catch(() => undefined)
  await room.close()
})

test('hostile reports: nothing runs, nothing is markup, the layout holds', async () => {
  const findings = hostileFindings()
  const room = await openRoom(browser, findings)
  for (const hash of Object.values(addresses(findings))) {
    await room.go(hash)
    expect(await room.page.title()).not.toBe('owned')
    expect(
      await room.page
        .locator('#room img, #room script, #room style, #room iframe, #room a[href^="javascript:"]')
        .count(),
      hash,
    ).toBe(0)
  }
  await room.go('#view=front')
  expect(await room.page.textContent('h1')).toBe(hostileTitle)
  expect(await room.page.locator('body > script').count()).toBe(2)
  await room.go('#view=reader&report=r3')
  expect(await room.page.locator('.hidden-sign').count()).toBeGreaterThan(1)
  await room.close()
})

test('a stranger finds what is disputed about a date, whom a claim goes back to and what falls without a voice, by a few clicks', async () => {
  const room = await openRoom(browser, await exampleFindings(), { viewport: { width: 1100, height: 700 } })
  const inSight: boolean[] = []
  const steps = await walk(room.page, exampleQuestions, async () => {
    inSight.push(
      await room.page.evaluate(() => {
        const found = document.querySelector('.conflict h2, .apparatus .meta a, .stemma ol.rows')
        return found !== null && found.getBoundingClientRect().top < innerHeight
      }),
    )
  })
  expect(inSight).toEqual([true, true, true])
  const [disputed, source, falls] = steps.map((step) => step.answer)
  expect(disputed).toMatch(/June 2023[\s\S]*July last year/)
  expect(source).toContain('It goes back to Emil Lindgard')
  expect(falls?.split('\n').length).toBeGreaterThan(5)
  expect(steps.reduce((sum, { clicks }) => sum + clicks, 0)).toBeLessThan(10)
  // From the dispute itself the claim of each side, and from the claim what hangs on its source, is one click away.
  await room.page.click('.rail a:has-text("Conflicts")')
  await room.page.click('.side a:has-text("injured at least nine")')
  await room.page.click('.apparatus a:has-text("what falls without")')
  await room.page.waitForSelector('h2:has-text("What falls")')
  // Whoever only relays is found in the list of names.
  await room.page.click('.rail ul a:has-text("Stemma")')
  await room.page.selectOption('.stemma .filters select', { label: 'Nadia Fenwright' })
  await room.page.waitForSelector('.fall b:has-text("Nadia Fenwright")')
  await room.close()
})

test('on paper it is a dossier with numbered sources', async () => {
  const findings = goldFindings()
  const room = await openRoom(browser, findings)
  await room.page.emulateMedia({ media: 'print' })
  await room.page.waitForSelector('#dossier article')
  expect(await room.page.isVisible('#room')).toBe(false)
  expect(await room.page.locator('#dossier section:last-child ol > li').count()).toBe(findings.reports.length)
  expect(await room.page.locator('#dossier .claim').count()).toBe(findings.claims.length + findings.conflicts.length)
  expect((await room.page.pdf()).length).toBeGreaterThan(10_000)
  await room.page.emulateMedia({ media: 'screen' })
  await room.page.waitForSelector('#dossier article', { state: 'detached' })
  await room.close()
})

test('a dropped text is read by the engine in the page, without any network', async () => {
  const room = await openRoom(browser, null, { engine: engineInside() })
  const drop = async (names: readonly string[]): Promise<void> => {
    const files = names.map((name) => ({
      name,
      text: readFileSync(join(packageFolder(), 'examples/lighthouse', name), 'utf8'),
    }))
    await room.page.evaluate((list) => {
      const data = new DataTransfer()
      for (const { name, text } of list) data.items.add(new File([text], name, { type: 'text/plain' }))
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, files)
  }
  await drop(['1-halyard.txt', '2-brennick-herald.txt'])
  await room.page.waitForSelector('.figures', { timeout: 60_000 })
  expect(await room.page.textContent('.kicker')).toContain('2 reports')
  const here = JSON.parse(JSON.stringify(await exampleFindings()))
  await room.go('#view=reader&report=r1')
  expect(await room.page.textContent('.column-text > p')).toBe(here.reports[0].text)
  await drop(['5-radio-arveny.html'])
  await room.page.waitForFunction(() => document.querySelector('.kicker')?.textContent?.startsWith('3 reports'), null, {
    timeout: 60_000,
  })
  await room.close()
}, 150_000)

test('served, the page is the same: it asks its own server only, and reads a pasted text with the engine from there', async () => {
  const findings = await exampleFindings()
  const app = serverFor({ findings, page: readPageParts(), engine: readEngine, token: 'token' })
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(listening))
  })
  const page = await browser.newPage()
  try {
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    const { port } = server.address() as AddressInfo
    const base = `http://127.0.0.1:${port}/token/`
    await page.goto(`${base}#claim=${findings.claims[0]!.id}`)
    await page.waitForSelector('.apparatus h2')
    expect(asked).toEqual([`${base}`])
    await page.click('.rail a:has-text("Add reports")')
    await page.fill('textarea', 'The ferry struck the reef on Friday, Ottilie Brandt told reporters.')
    await page.click('button:has-text("Read it")')
    await page.waitForFunction(() => document.querySelector('.kicker')?.textContent?.startsWith('6 reports'), null, {
      timeout: 60_000,
    })
    expect([...new Set(asked)].filter((url) => !url.startsWith('blob:')).sort()).toEqual([
      base,
      `${base}engine.js`,
      `${base}models.bin`,
    ])
    expect(said).toEqual([])
  } finally {
    await page.close()
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  }
}, 90_000)
