import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writtenStories } from '../../training/stories.js'

const stories = writtenStories()

/** Reports of three outlets, long and with little in common; the others are of four or five, short and dense. */
const wide = new Set(
  'campaign ceasefire drugprice feud gunbill missiletest nominee platformads ransom rulespackage sentencing wagebill'.split(
    ' ',
  ),
)
const isWide = ({ name }: (typeof stories)[number]) => wide.has(name)

test('there are forty-two, and their reports are long enough to be news', () => {
  expect(stories).toHaveLength(42)
  expect(stories.filter(isWide)).toHaveLength(12)
  for (const story of stories) {
    const { files } = story
    expect(files.length).toBeGreaterThanOrEqual(isWide(story) ? 3 : 4)
    for (const { path } of files) expect(readFileSync(path, 'utf8').split(/\s+/).length).toBeGreaterThan(120)
  }
})

test.each(stories.map((story) => [story.name, story] as const))(
  '%s: every claim says one thing in words of its reports',
  (_, story) => {
    const ids = new Set(story.files.map(({ id }) => id))
    for (const { gist, spans } of story.claims) {
      expect(gist).toMatch(/^\S.{5,150}\S$/)
      expect(spans.length).toBeGreaterThan(0)
      for (const { report, start, end } of spans) {
        expect(ids.has(report)).toBe(true)
        expect(end - start, gist).toBeLessThanOrEqual(220)
      }
    }
    const shared = story.claims.filter(({ spans }) => new Set(spans.map(({ report }) => report)).size > 1)
    expect(shared.length).toBeGreaterThan(isWide(story) ? 15 : 30)
  },
)
