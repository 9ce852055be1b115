import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Findings } from '../model/findings.js'
import { contentPolicy, type PageParts, renderHtml } from '../presentation/html.js'

/** What the server has to show. */
export interface Shown {
  readonly findings: Findings
  readonly page: PageParts
  /** Read when a page asks for it. */
  readonly engine: () => { readonly program: string; readonly models: Uint8Array }
  /** The secret part of the address: without it nothing is answered. */
  readonly token: string
}

/**
 * The reading room over HTTP, for this machine alone. It answers GET below "/TOKEN/" and nothing else: no other host name
 * (so that a name made to point here gets nothing), no page of another origin, no other path; it has no files to read.
 */
export function serverFor({ findings, page, engine, token }: Shown): Hono {
  const app = new Hono()
  const html = renderHtml(findings, page, { kept: 'served', program: 'engine.js', models: 'models.bin' })

  app.use(async (c, next) => {
    const refused = refusal(c.req.raw, token)
    if (refused !== null) return c.text(refused.words, refused.status, safe)
    await next()
    for (const [name, value] of Object.entries(safe)) c.header(name, value)
  })
  app.get('/:token/', (c) =>
    c.html(html, 200, {
      'Content-Security-Policy': `${contentPolicy(page, true)}; frame-ancestors 'none'`,
    }),
  )
  app.get('/:token/engine.js', (c) =>
    c.body(engine().program, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/:token/models.bin', (c) =>
    c.body(new Uint8Array(engine().models), 200, { 'Content-Type': 'application/octet-stream' }),
  )
  app.get('/:token/findings.json', (c) => c.json(findings))
  app.notFound((c) => c.text('There is nothing here.', 404, safe))
  return app
}

const safe = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/

function refusal(request: Request, token: string): { readonly status: 403 | 404 | 405; readonly words: string } | null {
  const url = new URL(request.url)
  const host = request.headers.get('host') ?? url.host
  // Both: the first line of a request may name a host of its own, beside the header.
  if (!loopback.test(host) || !loopback.test(url.host))
    return { status: 403, words: 'This server answers this machine only.' }
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `http://${host}`)
    return { status: 403, words: 'This server answers its own page only.' }
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none')
    return { status: 403, words: 'This server answers its own page only.' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, words: 'This server only shows.' }
  // The same answer as for a path that is not there, and as quick, whatever part of the token is right.
  const given = url.pathname.split('/')[1] ?? ''
  if (!timingSafeEqual(digest(given), digest(token))) return { status: 404, words: 'There is nothing here.' }
  return null
}

function digest(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
