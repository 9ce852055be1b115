import { type AddressInfo, connect } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverFor } from '../../src/http/server.js'
import { exampleFindings } from '../presentation/findings.js'

// The same refusals over a real socket, byte by byte as no browser or client would send them.
const token = 'a-token-nobody-can-guess'
let server: ServerType
let port = 0

beforeAll(async () => {
  const app = serverFor({
    findings: exampleFindings,
    page: { style: 'p{}', script: 'void 0', styleHash: 'sha256-style', scriptHash: 'sha256-script' },
    engine: () => ({ program: 'void 1', models: new Uint8Array([1, 2, 3]) }),
    token,
  })
  server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(listening))
  })
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
})

test('its own address is answered', async () => {
  const { status, body } = await send(`GET /${token}/findings.json HTTP/1.1`, [`Host: 127.0.0.1:${port}`])
  expect(status).toBe(200)
  expect(body).toContain('ferry')
})

for (const [what, line, headers, expected] of [
  ['another host name', `GET /${token}/ HTTP/1.1`, ['Host: evil.example'], 403],
  ['this machine’s name as the user of another', `GET /${token}/ HTTP/1.1`, ['Host: localhost@evil.example'], 400],
  ['no host name', `GET /${token}/ HTTP/1.1`, [], 400],
  ['an address of another host in the first line', `GET http://evil.example/${token}/ HTTP/1.1`, ['Host: HERE'], 403],
  ['another origin', `GET /${token}/ HTTP/1.1`, ['Host: HERE', 'Origin: https://evil.example'], 403],
  ['no token', 'GET / HTTP/1.1', ['Host: HERE'], 404],
  ['no token before a name', 'GET /findings.json HTTP/1.1', ['Host: HERE'], 404],
  ['dots behind the token', `GET /${token}/../../../../etc/passwd HTTP/1.1`, ['Host: HERE'], 404],
  ['dots in disguise', `GET /${token}/..%2f..%2fpackage.json HTTP/1.1`, ['Host: HERE'], 404],
  ['dots turned round', `GET /${token}/..\\..\\package.json HTTP/1.1`, ['Host: HERE'], 400],
  ['dots that lead back to the token', `GET /x/../wrong/findings.json HTTP/1.1`, ['Host: HERE'], 404],
] as const) {
  test(`${what}: refused`, async () => {
    const { status, body } = await send(
      line,
      headers.map((header) => header.replace('HERE', `127.0.0.1:${port}`)),
    )
    expect(status).toBe(expected)
    expect(body).not.toContain('ferry')
    expect(body).not.toContain('root:')
    expect(body).not.toContain(token)
  })
}

/** Sends a request as it is written and waits for the whole answer. */
function send(line: string, headers: readonly string[]): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.setEncoding('utf8')
    socket.on('data', (part) => {
      said += part
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const end = said.indexOf('\r\n\r\n')
      resolve({ status: Number(said.split(' ')[1]), body: said.slice(end + 4) })
    })
    socket.end([line, ...headers, 'Connection: close', '', ''].join('\r\n'))
  })
}
