import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Furniture } from '../model/report.js'
import { type Metadata, metadataOf } from './metadata.js'
import { plainText } from './plain-text.js'

/** A web page as a report: its article as plain text, and what the page says about itself. */
export interface Page {
  readonly text: string
  /** What the markup tells to be captions. */
  readonly furniture: readonly Furniture[]
  readonly metadata: Metadata
  /** What stands between the headline and the article but is no part of it ("By Jane Doe", "June 15, 2024"); one piece a line. */
  readonly above: string
  /** Why the article was not looked for and all the words of the page stand in the text; null where it was found. */
  readonly simplified: string | null
}

const noMetadata: Metadata = { title: null, outlet: null, byline: null, published: null, url: null }

/**
 * The article of a web page, headline first, blank lines between its blocks.
 * Nothing of the page is run or fetched: there is no script engine and no network here, only a parser.
 * A page too deep or too large for the search gives all its words instead.
 */
export function readPage(html: string): Page {
  const tooMuch = tooMuchFor(html)
  if (tooMuch !== null)
    return { text: bareWords(html), furniture: [], metadata: noMetadata, above: '', simplified: tooMuch }
  try {
    return findArticle(html)
  } catch {
    return {
      text: bareWords(html),
      furniture: [],
      metadata: noMetadata,
      above: '',
      simplified: 'its markup is broken',
    }
  }
}

function findArticle(html: string): Page {
  const metadata = metadataOf(parse(html))
  // The search changes the document it is given, so it gets one of its own.
  const searched = parse(html)
  for (const element of searched.querySelectorAll(unseen)) element.remove()
  const article = new Readability(searched, { keepClasses: false, serializer: (node) => node as Element }).parse()
  const found = article?.content == null ? null : plainText(article.content)
  const whole = (): Page['text'] => {
    const document = parse(html)
    for (const element of document.querySelectorAll(`${unseen}, nav, footer, aside, form`)) element.remove()
    return document.body === null ? bareWords(html) : plainText(document.body).text
  }
  const body = found !== null && found.text.length >= 140 ? found : { text: whole(), captions: [] }
  const title = metadata.title
  const headed = title === null || body.text.slice(0, 300).includes(title) ? '' : `${title}\n\n`
  return {
    text: headed + body.text,
    furniture: body.captions.map(({ start, end }) => ({
      start: start + headed.length,
      end: end + headed.length,
      kind: 'caption',
    })),
    metadata,
    above: [article?.byline ?? '', wordsAbove(whole(), title, body.text)].join('\n').trim(),
    simplified: null,
  }
}

// The last few lines between the headline and the first long line of the article, in the text of the whole page.
function wordsAbove(page: string, title: string | null, article: string): string {
  const first = article.split('\n').find((line) => line.length > 80)
  const end = first === undefined ? -1 : page.indexOf(first)
  if (end === -1) return ''
  const heading = title === null ? -1 : page.lastIndexOf(title, end)
  return page.slice(heading === -1 ? 0 : heading + title!.length, end).slice(-600)
}

const unseen =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, select, button, input, textarea, dialog, link, [hidden]'
const deepest = 250
const mostTags = 30_000

// linkedom makes an empty document of a fragment; wrapped, it has a body.
function parse(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  return parseHTML(whole).document
}

// Counted over the bare tags, unclosed paragraphs and list items left out, before anything recursive touches the page.
function tooMuchFor(html: string): string | null {
  // The parser makes a piece of text of every "<" and "&" that begins nothing, and joins them slowly.
  if (countOf(html, '<') + countOf(html, '&') > mostTags + 10_000) return 'it has too many "<" or "&"'
  let depth = 0
  let tags = 0
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    const name = match[2]!.toLowerCase()
    if (++tags > mostTags) return `it has more than ${mostTags} tags`
    if (selfClosing.has(name)) continue
    depth = Math.max(0, depth + (match[1] === '' ? 1 : -1))
    if (depth > deepest) return `its elements are nested more than ${deepest} deep`
  }
  return null
}

function countOf(text: string, character: string): number {
  let n = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) n++
  return n
}

const selfClosing = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option thead tbody tfoot colgroup path circle rect line polygon use g'.split(
    ' ',
  ),
)

// One pass over the characters: what stands outside tags, without scripts and styles.
function bareWords(html: string): string {
  const parts: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) {
      parts.push(html.slice(at))
      break
    }
    parts.push(html.slice(at, open))
    const hidden = /^<(script|style|template|noscript)\b/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase()
    const end = hidden === undefined ? html.indexOf('>', open) : endOfElement(html, hidden, open)
    if (end === -1) break
    parts.push(
      /^<\/?(?:p|div|h[1-6]|li|br|tr|section|article|blockquote)\b/i.test(html.slice(open, open + 14)) ? '\n\n' : ' ',
    )
    at = end + 1
  }
  return withEntities(parts.join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function endOfElement(html: string, name: string, from: number): number {
  const closing = html.indexOf(`</${name}`, from)
  return closing === -1 ? -1 : html.indexOf('>', closing)
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

function withEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
}
