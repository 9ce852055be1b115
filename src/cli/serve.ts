import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { serve as listen } from '@hono/node-server'
import { serverFor } from '../http/server.js'
import { readEngine, readPageParts } from '../storage/page.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { ServeFlags } from './program.js'
import { findingsOf } from './story.js'
import { UsageError } from './usage-error.js'

/** `stemma serve FILES…`: the reading room in the browser, until Ctrl+C. Throws a UsageError where the port is taken. */
export async function serve(files: readonly string[], flags: ServeFlags): Promise<ExitCode> {
  const page = readPageParts()
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead

  let engine: ReturnType<typeof readEngine> | undefined
  const token = randomBytes(24).toString('base64url')
  const app = serverFor({
    findings,
    page,
    token,
    engine: () => {
      engine ??= readEngine()
      return engine
    },
  })
  return await new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: '127.0.0.1', port: flags.port ?? 0 }, ({ port }) => {
      const address = `http://127.0.0.1:${port}/${token}/`
      process.stdout.write(`The reading room is open at\n  ${address}\nfor this machine only. Ctrl+C closes it.\n`)
      if (flags.open) openBrowser(address)
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program listens there' : (error.code ?? error.message)
      reject(new UsageError(`--port ${flags.port ?? 0}: ${why}; leave the option out to take a free port`))
    })
    const close = (): void => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      resolve(exitCodes.ok)
    }
    process.once('SIGINT', close)
    process.once('SIGTERM', close)
  })
}

// A machine without a browser is no fault: the address has been printed.
function openBrowser(address: string): void {
  const [command, ...args] = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  }[process.platform as string] ?? ['xdg-open', address]
  const opened = spawn(command!, args, { stdio: 'ignore', detached: true })
  opened.on('error', () => undefined)
  opened.unref()
}
