import { writeFileSync } from 'node:fs'
import { type ExitCode, exitCodes } from './exit-codes.js'

/** Writes the output to a file, or to the screen where none is named. A file that cannot be written is said on standard error. */
export async function deliver(output: string, file: string | undefined): Promise<ExitCode> {
  if (file === undefined) {
    await new Promise<void>((resolve) => process.stdout.write(output, () => resolve()))
    return exitCodes.ok
  }
  try {
    writeFileSync(file, output)
    return exitCodes.ok
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why: Readonly<Record<string, string>> = {
      ENOENT: 'its folder does not exist',
      EACCES: 'permission denied',
      EPERM: 'not permitted',
      EISDIR: 'it is a folder',
      ENOSPC: 'the disk is full',
      EROFS: 'the disk is read-only',
    }
    process.stderr.write(`error: ${file} cannot be written: ${why[code] ?? code}\n`)
    return exitCodes.notWritten
  }
}
