import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { openBrowser } from './browser.js'
import { goldFindings } from './gold-findings.js'
import { openRoom } from './rooms.js'
import { addresses } from './views.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

// Between a telephone and a wide screen the apparatus takes its room from what stands beside it.
for (const width of [768, 901, 1024, 1100, 1280])
  test(`${width} px, with the apparatus open: nothing sticks out, no row is cut to a few words`, async () => {
    const findings: Findings = goldFindings()
    const room = await openRoom(browser, findings, { viewport: { width, height: 800 } })
    const problems: string[] = []
    for (const [view, hash] of Object.entries(addresses(findings))) {
      await room.go(hash)
      problems.push(
        ...(await room.page.evaluate((view) => {
          const said: string[] = []
          const frames = [...document.querySelectorAll<HTMLElement>('main, .apparatus')]
          for (const frame of frames)
            if (frame.scrollWidth > frame.clientWidth + 1) said.push(`${view}: ${frame.tagName} sticks out`)
          for (const words of document.querySelectorAll('.virtual-row .gist')) {
            const wide = words.getBoundingClientRect().width
            if (wide < 180) said.push(`${view}: a row has ${Math.round(wide)} px for its words`)
          }
          for (const row of document.querySelectorAll<HTMLElement>('.virtual-row'))
            if (row.scrollHeight > row.clientHeight + 1)
              said.push(`${view}: a row is cut: ${row.innerText.slice(0, 60)}`)
          return said
        }, view)),
      )
    }
    expect([...new Set(problems)]).toEqual([])
    await room.close()
  })

test('any sentence of the reader can be chosen, and is answered whether it claims something or not', async () => {
  const findings = goldFindings()
  const room = await openRoom(browser, findings)
  const [report] = findings.reports
  const reading = findings.readings.find((one) => one.report === report!.id)!
  const bare = reading.sentences.filter(
    (sentence) =>
      !findings.statements.some((s) => s.report === report!.id && s.start < sentence.end && s.end > sentence.start),
  )
  expect(bare.length).toBeGreaterThan(0)
  await room.go(`#view=reader&report=${report!.id}`)
  expect(await room.page.locator('.column').first().locator('a.sentence').count()).toBe(reading.sentences.length)
  for (const sentence of bare) {
    const link = room.page.locator(`.column:first-child a.sentence[data-start="${sentence.start}"]`)
    await link.click({ position: { x: 4, y: 8 } })
    await room.page.waitForSelector(`.column:first-child a.is-chosen[data-start="${sentence.start}"]`)
    expect(await room.page.textContent('.apparatus h2')).toBe('What this sentence claims')
    expect(await room.page.textContent('.apparatus .empty')).toMatch(/No claim was found in it|is not read for claims/)
    const parallels = await room.page.locator('.apparatus .parallel').count()
    const none = await room.page.locator('.apparatus .empty:has-text("No other report was found to tell this")').count()
    expect(parallels > 0 || none === 1).toBe(true)
  }
  await room.close()
})

test('the lines in the margin stand beside their sentences when the columns change their width', async () => {
  const findings = goldFindings()
  const statement = findings.statements[0]!
  const room = await openRoom(browser, findings)
  await room.go('#view=reader')
  await room.go(`#view=reader&report=${statement.report}&statement=${statement.id}`)
  const off = await room.page.evaluate(() => {
    const chosen = document.querySelector('.column:first-child .is-chosen')!.getBoundingClientRect()
    const bars = [...document.querySelectorAll('.column:first-child .margin i')].map((bar) =>
      bar.getBoundingClientRect(),
    )
    return Math.min(
      ...bars.map((bar) => Math.max(Math.abs(bar.top - chosen.top), Math.abs(bar.bottom - chosen.bottom))),
    )
  })
  expect(off).toBeLessThan(30)
  await room.close()
})
