import { renderQuotes } from '../presentation/quotes.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { QuotesFlags } from './program.js'
import { screenOf } from './screen.js'
import { findingsOf } from './story.js'

/** `stemma quotes FILES…`: who says what, and through whom. Throws a UsageError where `--published` makes no sense. */
export async function quotes(files: readonly string[], flags: QuotesFlags): Promise<ExitCode> {
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead
  // A CSV file has no place for notes: what was left out is said on standard error.
  if (flags.format === 'csv')
    for (const { code, message } of findings.notes) process.stderr.write(`${code}: ${message}\n`)
  return deliver(renderQuotes(findings, { format: flags.format, ...screenOf(flags.out) }), flags.out)
}
