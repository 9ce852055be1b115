import { expect, test } from 'vitest'
import { serverFor } from '../../src/http/server.js'
import { exampleFindings } from '../presentation/findings.js'

const token = 'a-token-nobody-can-guess'
const app = serverFor({
  findings: exampleFindings,
  page: { style: 'p{}', script: 'void 0', styleHash: 'sha256-style', scriptHash: 'sha256-script' },
  engine: () => ({ program: 'void 1', models: new Uint8Array([1, 2, 3]) }),
  token,
})
const base = 'http://127.0.0.1:4711'
const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  await app.request(`${base}${path}`, { method, headers: { host: '127.0.0.1:4711', ...headers } })

test('with the token the page comes, under a policy that lets only its own program run', async () => {
  const answer = await ask(`/${token}/`)
  expect(answer.status).toBe(200)
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'sha256-script'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await answer.text()).toContain('The ferry')
})

test('the engine and the findings stand beside it', async () => {
  expect(await (await ask(`/${token}/engine.js`)).text()).toBe('void 1')
  expect(new Uint8Array(await (await ask(`/${token}/models.bin`)).arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
  expect(await (await ask(`/${token}/findings.json`)).json()).toEqual(JSON.parse(JSON.stringify(exampleFindings)))
})

for (const path of [
  '/',
  '/index.html',
  '/wrong/',
  `/${token.slice(0, -1)}/`,
  `/${token}x/`,
  '/wrong/findings.json',
  '//',
  '/%00/',
]) {
  test(`nothing is told at ${path}, without the token`, async () => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('There is nothing here.')
  })
}

for (const path of [
  '../package.json',
  '..%2fpackage.json',
  '%2e%2e/%2e%2e/etc/passwd',
  'models/parse.bin',
  'engine.js/',
  'page.json',
  '.git/config',
]) {
  test(`no file is served at ${path}, with the token`, async () => {
    const answer = await ask(`/${token}/${path}`)
    expect(answer.status).toBe(404)
  })
}

for (const [what, headers] of [
  ['another host name', { host: 'evil.example' }],
  ['a host name that only begins like this machine', { host: '127.0.0.1.evil.example' }],
  ['another origin', { origin: 'https://evil.example' }],
  ['this machine under another port', { origin: 'http://127.0.0.1:80' }],
  ['no origin at all (a file, a sandbox)', { origin: 'null' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }],
] as const) {
  test(`${what} is refused even with the token`, async () => {
    const answer = await ask(`/${token}/findings.json`, headers)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('ferry')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
}

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
  test(`${method} is refused`, async () => {
    expect((await ask(`/${token}/`, {}, method)).status).toBe(405)
  })
}
