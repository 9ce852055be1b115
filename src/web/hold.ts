import type { Findings } from '../model/findings.js'
import { type EngineParts, renderHtml } from '../presentation/html.js'

/** Hands a text to the browser as a file to keep. */
export function hold(name: string, mediaType: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** This page as one file with other findings in it: the same style, program and policy; the engine goes along where the page has it in itself. */
export function pageCopy(findings: Findings): string {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
  const hash = (directive: string): string =>
    new RegExp(`${directive} '(sha256-[A-Za-z0-9+/=]+)'`).exec(policy)?.[1] ?? ''
  const program = document.getElementById('engine-program')?.textContent
  const models = document.getElementById('engine-models')?.textContent
  const engine: EngineParts | null =
    program == null || models == null ? null : { kept: 'inside', program: JSON.parse(program), models }
  return renderHtml(
    findings,
    {
      style: document.querySelector('head style')?.textContent ?? '',
      script: document.querySelector('body > script:not([type])')?.textContent ?? '',
      styleHash: hash('style-src'),
      scriptHash: hash('script-src'),
    },
    engine,
  )
}
