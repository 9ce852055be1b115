#!/usr/bin/env node
import { CommanderError } from 'commander'
import { version } from '../version.js'
import { exitCodes } from './exit-codes.js'
import { programFor } from './program.js'
import { UsageError } from './usage-error.js'

// A reader that has seen enough ("stemma read … | head") closes the pipe; that is no trouble of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok)
  fail(error)
})
process.stderr.on('error', () => undefined)

try {
  await programFor(version, (code) => {
    process.exitCode = code
  }).parseAsync()
} catch (error) {
  fail(error)
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong; asking for help or the version is no error.
    process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    return
  }
  if (error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`)
    process.exitCode = exitCodes.usage
    return
  }
  const trace = error instanceof Error ? error.stack : undefined
  process.stderr.write(
    [
      `Stemma ${version} failed: ${error instanceof Error ? error.message : String(error)}`,
      'This is a fault of the program, not of your reports; nothing was written.',
      `Please report it with the command you gave, the line above, and: Node ${process.version} on ${process.platform}.`,
      process.env['STEMMA_DEBUG'] === undefined ? 'STEMMA_DEBUG=1 stemma … shows where it happened.' : (trace ?? ''),
      '',
    ].join('\n'),
  )
  process.exitCode = exitCodes.fault
}
