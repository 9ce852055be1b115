import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's chromium (or what CHROMIUM names), without a window. Throws an Error that says how to get it. */
export async function openBrowser(): Promise<Browser> {
  const path = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place))
  if (path === undefined) throw new Error('There is no chromium: apt-get install chromium, or set CHROMIUM to its path')
  return await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}
