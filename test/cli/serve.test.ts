import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageFolder } from '../../src/storage/models.js'
import { inFolder, stemma } from './run.js'

const main = join(packageFolder(), 'dist/src/cli/main.js')
const report = 'The ferry struck the reef on Friday, Ottilie Brandt told the Herald.\n\nPublished June 15, 2024\n'

test('serve prints an address on this machine, answers there, and ends when told to', async () => {
  const child = spawn(process.execPath, [main, 'serve', '-', '--no-open'], { stdio: ['pipe', 'pipe', 'pipe'] })
  try {
    child.stdin.end(report)
    const address = await new Promise<string>((resolve, reject) => {
      let out = ''
      child.stdout.on('data', (chunk) => {
        out += chunk
        const found = /http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\//.exec(out)
        if (found) resolve(found[0])
      })
      child.on('exit', (code) => reject(new Error(`ended with ${code}: ${out}`)))
    })
    const page = await (await fetch(address)).text()
    expect(page).toContain('Ottilie Brandt')
    expect((await fetch(`${address}findings.json`)).status).toBe(200)
    expect((await fetch(new URL('/', address))).status).toBe(404)
    const { port, pathname } = new URL(address)
    // A path that climbs, sent as it is.
    expect(await statusOf(Number(port), `${pathname}../../package.json`)).toBe(404)
    expect(await statusOf(Number(port), pathname, 'evil.example')).toBe(403)
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  } finally {
    child.kill('SIGKILL')
  }
}, 60_000)

test('export writes every form, and says which there are', () => {
  inFolder({ 'a.txt': report }, (folder) => {
    for (const form of ['csv', 'markdown', 'prov', 'bibtex']) {
      const run = stemma(['export', 'a.txt', '--as', form], { folder })
      expect(run.code).toBe(0)
      expect(run.out.length).toBeGreaterThan(100)
    }
    expect(stemma(['export', 'a.txt', '--as', 'xls'], { folder }).err).toContain('web-annotation')
    expect(stemma(['export', 'a.txt'], { folder }).code).toBe(2)
  })
}, 60_000)

test('--redact takes a name out of every format', () => {
  inFolder({ 'a.txt': report }, (folder) => {
    for (const format of ['text', 'json', 'html']) {
      const run = stemma(['read', 'a.txt', '--format', format, '--redact', 'Ottilie Brandt', '--without-engine'], {
        folder,
      })
      expect(run.code).toBe(0)
      expect(run.out).toContain('[Person A]')
      expect(run.out).not.toContain('Brandt')
    }
  })
}, 60_000)

test('the page is one file; without the engine it is a small one', () => {
  inFolder({ 'a.txt': report }, (folder) => {
    expect(stemma(['read', 'a.txt', '--format', 'html', '--out', 'a.html'], { folder }).code).toBe(0)
    expect(stemma(['read', 'a.txt', '--format', 'html', '--without-engine', '--out', 'b.html'], { folder }).code).toBe(
      0,
    )
    const [whole, small] = ['a.html', 'b.html'].map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(whole).toContain('id="engine-models"')
    expect(small!.length).toBeLessThan(1_000_000)
    expect(small).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
}, 60_000)

async function statusOf(port: number, path: string, host = `127.0.0.1:${port}`): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    }).on('error', reject)
  })
}
