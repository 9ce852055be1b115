import { renderJson } from '../presentation/json.js'
import { renderText } from '../presentation/text.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { findingsFor } from './findings.js'
import type { ReadFlags } from './program.js'
import { screenFor } from './screen.js'

/** `stemma read FILES…`: reads, analyses, prints. Throws a UsageError where `--published` makes no sense. */
export async function read(files: readonly string[], flags: ReadFlags): Promise<ExitCode> {
  const findings = await findingsFor(files, flags.published ?? [])
  if (findings === null) return exitCodes.nothingRead
  const output =
    flags.format === 'json'
      ? renderJson(findings)
      : renderText(findings, {
          ...screenFor(flags.out),
          trace: flags.trace === true,
          ...(flags.show === undefined ? {} : { show: flags.show }),
        })
  const code = await deliver(output, flags.out)
  if (code === exitCodes.ok && flags.out !== undefined && process.stderr.isTTY === true) {
    process.stderr.write(`Wrote ${flags.out}: ${findings.reports.length} reports, ${findings.notes.length} notes.\n`)
  }
  return code
}
