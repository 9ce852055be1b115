import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPage } from '../../src/intake/html.js'
import { readReport } from '../../src/intake/intake.js'
import { checkReport, readAs, utf8 } from './read.js'

const paragraphs = [
  'The ferry left the harbour at noon with eleven people and two dogs on board, the harbour master said, and nobody thought of the weather.',
  'It was back by three because of the storm, which had come up from the south, and nobody was hurt, he said, though the dogs were wet.',
  'The company, which runs two other ferries, said that it would look into the matter, and that the next boat would leave on Tuesday.',
]

const page = `<!doctype html>
<html lang="en"><head><title>Ferry turns back in storm | Harbour Herald</title>
<meta property="og:site_name" content="Harbour Herald">
<link rel="canonical" href="https://herald.example/2024/06/15/ferry">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Herald Media"},
{"@type":"NewsArticle","headline":"Ferry turns back in storm","datePublished":"2024-06-15T18:30:00+0200","author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],"publisher":{"name":"Harbour Herald"}}]}</script>
<script>document.write('<p>written by a script</p>'); fetch('https://herald.example/spy')</script><style>p{color:red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry turns back in storm</h1>
<p onclick="alert(1)">${paragraphs[0]}</p>
<figure><img src="https://herald.example/ferry.jpg" onerror="alert(1)"><figcaption>The ferry in the harbour. Photo: Jane Doe</figcaption></figure>
<p>${paragraphs[1]}</p><h2>What the company says</h2><p>${paragraphs[2]}</p>
<ul><li>The fare is nine crowns.</li><li>Dogs travel free, the company says.</li></ul>
<iframe src="https://herald.example/advert"></iframe></article>
<footer>© 2024 Harbour Herald</footer></body></html>`

test('a page gives its article, its headline on top', () => {
  const { report, codes, furniture } = readAs(page, 'ferry.html')
  expect(report).toMatchObject({
    title: 'Ferry turns back in storm',
    outlet: 'Harbour Herald',
    byline: 'Jane Doe, John Roe',
    published: '2024-06-15T18:30:00+02:00',
    publishedBecause: 'metadata',
    url: 'https://herald.example/2024/06/15/ferry',
    language: 'en',
  })
  expect(report.text.split('\n')).toEqual([
    'Ferry turns back in storm',
    '',
    paragraphs[0],
    '',
    'The ferry in the harbour. Photo: Jane Doe',
    '',
    paragraphs[1],
    '',
    'What the company says',
    '',
    paragraphs[2],
    '',
    'The fare is nine crowns.',
    'Dogs travel free, the company says.',
  ])
  expect(furniture).toEqual(['caption: The ferry in the harbour. Photo: Jane Doe'])
  expect(codes).toEqual([])
})

test('nothing of a page is run', () => {
  const { report } = readAs(page, 'ferry.html')
  expect(report.text).not.toMatch(/script|spy|alert|color:red|advert/)
})

test('a page is known by its first bytes, whatever its name', () => {
  expect(readAs(page, 'saved').report.title).toBe('Ferry turns back in storm')
})

test('metadata from meta and time, where there is no JSON-LD', () => {
  const { report } = readAs(
    `<html><head><title>Ferry turns back in storm - Harbour Herald</title><meta name="author" content="By Jane Doe"></head><body><article><time datetime="2024-06-15">Saturday</time><p>${paragraphs.join('</p><p>')}</p></article></body></html>`,
    'ferry.html',
  )
  expect(report).toMatchObject({
    title: 'Ferry turns back in storm',
    byline: 'Jane Doe',
    published: '2024-06-15',
    publishedBecause: 'metadata',
    outlet: null,
  })
})

test('byline and date from the words above the article, where the markup tells nothing', () => {
  const { report } = readAs(
    `<html><head><title>Ferry back | The Herald</title></head><body><h1>Ferry back</h1><div class="meta">By Jane Doe<br>June 15, 2024</div><div><p>${paragraphs.join('</p><p>')}</p></div></body></html>`,
    'ferry.html',
  )
  expect(report).toMatchObject({
    title: 'Ferry back',
    byline: 'Jane Doe',
    published: '2024-06-15',
    publishedBecause: 'inferred from "June 15, 2024" above the article',
  })
})

test('marks of footnotes are left out, cells stand behind tabs', () => {
  expect(
    readPage(
      '<p>Nine m<sup>2</sup> of deck.<sup><a href="#1">1</a></sup></p><table><tr><td>Tern</td><td>11</td></tr></table>',
    ).text,
  ).toBe('Nine m2 of deck.\n\nTern\t11')
})

test('broken JSON-LD is passed over', () => {
  const { report } = readAs(
    `<html><head><script type="application/ld+json">{"headline": </script></head><body><p>${paragraphs.join('</p><p>')}</p></body></html>`,
    'x.html',
  )
  expect(report.text).toContain(paragraphs[2])
})

test('a short page that is hardly an article still gives its words', () => {
  expect(readAs('<html><body><p>The ferry is late.</p></body></html>', 'x.html').report.text).toBe('The ferry is late.')
})

test('a fragment is a page too', () => {
  expect(readPage(`<p>${paragraphs[0]}</p><p>${paragraphs[1]}</p>`).text).toBe(`${paragraphs[0]}\n\n${paragraphs[1]}`)
})

test('a page nested without end gives its bare words, with a note', () => {
  const { report, codes } = readAs(
    `<html><body>${'<div>'.repeat(60_000)}<p>The ferry &amp; the dogs were late, he said.</p><script>var x = 'hidden'</script>`,
    'x.html',
  )
  expect(report.text).toBe('The ferry & the dogs were late, he said.')
  expect(codes).toContain('page-simplified')
}, 5000)

test('unclosed tags and comments in number take linear time', () => {
  for (const piece of ['<', '<a ', '<!--', '<p', '<script>', '&#', '<div', '</div>']) readPage(piece.repeat(60_000))
}, 10_000)

test('any markup is read, never thrown', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<ul><li>',
      '<table><tr><td>',
      '<article>',
      '<h1>',
      '<br>',
      '<figcaption>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '&amp;',
      '&#0;',
      '&#xD800;',
      '<![CDATA[',
      '<html>',
      '<body>',
      '</html>',
      '<svg>',
      '<template>',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { report, notes } = readReport({ id: 'r1', source: 'x.html', bytes: utf8(pieces.join('')) })
      if (report !== null) checkReport(report, notes)
    }),
    { numRuns: 150 },
  )
})
