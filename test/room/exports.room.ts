import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Findings } from '../../src/model/findings.js'
import { reportIri } from '../../src/presentation/exports/iris.js'
import { timelinejs } from '../../src/presentation/exports/timelinejs.js'
import { webAnnotation } from '../../src/presentation/exports/web-annotation.js'
import { storyOf } from '../../src/presentation/story.js'
import { openBrowser } from './browser.js'
import { exampleFindings } from './example-findings.js'
import { goldFindings } from './gold-findings.js'
import { hostileFindings } from './hostile.js'

// What only a browser can read is read there, by the programs for which it is written.
const require = createRequire(import.meta.url)
const timelineFolder = dirname(dirname(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js')))
const annotator = readFileSync(require.resolve('@recogito/text-annotator'), 'utf8')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

const stories: readonly (readonly [string, () => Findings | Promise<Findings>])[] = [
  ['the example', exampleFindings],
  ['the example as a careful reader has it', goldFindings],
  ['hostile reports', hostileFindings],
]

for (const [name, make] of stories) {
  test(`${name}: TimelineJS shows a slide for every event`, async () => {
    const story = storyOf(await make())
    const exported = JSON.parse(timelinejs(story))
    const { page, said, asked } = await pageAt('http://timeline.test/', timelineFolder)
    await page.goto('http://timeline.test/')
    await page.addStyleTag({ url: '/css/timeline.css' })
    await page.addScriptTag({ url: '/js/timeline.js' })
    await page.evaluate((json) => {
      const { TL } = globalThis as unknown as { TL: { Timeline: new (...of: unknown[]) => unknown } }
      document.body.innerHTML = '<div id="timeline" style="width: 1200px; height: 640px"></div>'
      new TL.Timeline('timeline', json, { font: null, script_path: 'http://timeline.test/js/' })
    }, exported)
    await page.waitForSelector('.tl-slide')

    const slides = await page
      .locator('.tl-slide')
      .evaluateAll((all) => all.map((slide) => slide.querySelector('.tl-headline')?.textContent?.trim() ?? ''))
    const gists: string[] = story.findings.timeline.map((entry) => entry.gist)
    expect(slides.length).toBe(exported.events.length + 1)
    expect(slides[0]).toBe(story.findings.story.title.trim())
    expect(slides.slice(1).filter((headline) => !gists.some((gist) => gist.trim() === headline))).toEqual([])
    expect(await page.locator('.tl-timemarker').count()).toBe(exported.events.length)
    // Its messages are how it says that it could not read something.
    expect(await page.locator('.tl-message-full').count()).toBe(0)
    expect(await page.locator('.tl-slide img, .tl-slide script, .tl-slide iframe').count()).toBe(0)
    expect(said).toEqual([])
    expect(asked).toEqual([])
    await page.context().close()
  })

  test(`${name}: Recogito finds the words of every annotation in the text of its report`, async () => {
    const findings = await make()
    const { items } = JSON.parse(webAnnotation(storyOf(findings)))
    expect(items.length).toBe(findings.statements.length)
    const { page, said } = await pageAt('http://reports.test/')
    await page.goto('http://reports.test/')
    // Its program is a script of the old kind, one that makes a global; it asks for the mode of a builder.
    await page.addScriptTag({ content: `globalThis.process = { env: { NODE_ENV: 'production' } };${annotator}` })
    let found = 0
    for (const report of findings.reports) {
      // It counts UTF-16 units and not, as the recommendation has it, code points: what stands behind an emoji it finds too early.
      if (/[\u{10000}-\u{10ffff}]/u.test(report.text)) continue
      const own = items.filter((item: { target: { source: string } }) => item.target.source === reportIri(report))
      const words = await page.evaluate(
        ({ text, annotations, source }) => {
          const { RecogitoJS } = globalThis as unknown as { RecogitoJS: Recogito }
          document.body.innerHTML = '<article style="white-space: pre-wrap"></article>'
          const article = document.querySelector('article')!
          article.textContent = text
          const anno = RecogitoJS.createTextAnnotator(article, {
            adapter: RecogitoJS.W3CTextFormat(source, article),
          })
          anno.setAnnotations(annotations)
          const all = anno.state.store
            .all()
            .map((one) => [one.id, one.target.selector.map((selector) => selector.range.toString()).join('|')])
          anno.destroy()
          return Object.fromEntries(all) as Record<string, string>
        },
        { text: report.text, annotations: own, source: reportIri(report) },
      )
      for (const item of own) {
        expect(words[item.id], item.id).toBe(item.target.selector[0].exact)
        found++
      }
    }
    expect(found).toBeGreaterThan(0)
    expect(said).toEqual([])
    await page.context().close()
  })
}

interface Recogito {
  createTextAnnotator(element: Element, options: object): RecogitoAnnotator
  W3CTextFormat(source: string, element: Element): object
}

interface RecogitoAnnotator {
  setAnnotations(annotations: readonly unknown[]): void
  readonly state: {
    readonly store: {
      all(): { readonly id: string; readonly target: { readonly selector: readonly { readonly range: Range }[] } }[]
    }
  }
  destroy(): void
}

/** A page that has nothing but the files of one folder; what else it asks for, and what it complains of, is kept. */
async function pageAt(origin: string, folder?: string): Promise<{ page: Page; said: string[]; asked: string[] }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const said: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.href === origin)
      return await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Test</title>' })
    const file = folder === undefined ? '' : join(folder, url.pathname)
    if (!url.href.startsWith(origin) || !existsSync(file)) {
      if (!url.pathname.endsWith('favicon.ico')) asked.push(url.href)
      return await route.abort()
    }
    const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }
    await route.fulfill({ contentType: types[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) })
  })
  return { page, said, asked }
}
