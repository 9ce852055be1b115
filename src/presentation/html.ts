import type { Findings } from '../model/findings.js'

/** What the page is made of, as the build leaves it: nothing in it depends on a story. */
export interface PageParts {
  readonly style: string
  readonly script: string
  /** "sha256-…" of style and script, for the policy that lets nothing else run. */
  readonly styleHash: string
  readonly scriptHash: string
}

/** The engine, for a page that reads new reports in the browser. */
export interface EngineParts {
  /** "inside": program and models stand in the page; "served": they are addresses beside the page. */
  readonly kept: 'inside' | 'served'
  readonly program: string
  /** Base64 of the packed models, or their address. */
  readonly models: string
}

/**
 * The reading room as one file: style, program and findings in it, and nothing from elsewhere. Findings are data in an inert
 * block with every "<" escaped, so no word of a report can end it; the policy in the head runs the one program whose
 * fingerprint it names.
 */
export function renderHtml(findings: Findings | null, page: PageParts, engine: EngineParts | null = null): string {
  const served = engine?.kept === 'served'
  const policy = contentPolicy(page, served)
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    '<title>Stemma</title>',
    `<style>${page.style}</style>`,
    '</head>',
    '<body>',
    '<div id="room"><noscript>This page reads its story with a program of its own; let it run scripts. Nothing leaves your machine.</noscript></div>',
    '<div id="dossier"></div>',
    `<script type="application/json" id="findings">${inert(JSON.stringify(findings))}</script>`,
    ...(served ? [`<script type="application/json" id="engine">${inert(JSON.stringify(engine))}</script>`] : []),
    `<script>${page.script}</script>`,
    ...(engine?.kept === 'inside'
      ? [
          `<script type="text/plain" id="engine-program">${inert(JSON.stringify(engine.program))}</script>`,
          `<script type="text/plain" id="engine-models">${engine.models}</script>`,
        ]
      : []),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** What the page may do: run its one program, use its one style, start its own worker; ask a server only where it was served by one. */
export function contentPolicy(page: Pick<PageParts, 'scriptHash' | 'styleHash'>, served: boolean): string {
  return [
    "default-src 'none'",
    `script-src '${page.scriptHash}'`,
    `style-src '${page.styleHash}'`,
    'worker-src blob:',
    `connect-src ${served ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

// JSON is still the same JSON when these stand as escapes, and HTML can see no tag in it.
function inert(json: string): string {
  return json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}
