import { Buffer } from 'node:buffer'
import type { Findings } from '../model/findings.js'
import { renderHtml } from '../presentation/html.js'
import { readEngine, readPageParts } from '../storage/page.js'

/** The reading room as one file; with the engine in it, it reads new reports without any server, and is some 17 MB large. */
export function pageOf(findings: Findings, { engine }: { readonly engine: boolean }): string {
  const page = readPageParts()
  if (!engine) return renderHtml(findings, page)
  const { program, models } = readEngine()
  const base64 = Buffer.from(models.buffer, models.byteOffset, models.length).toString('base64')
  return renderHtml(findings, page, { kept: 'inside', program, models: base64 })
}
