import type { Findings } from '../model/findings.js'
import { renderJson } from '../presentation/json.js'
import { renderText } from '../presentation/text.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { pageOf } from './page.js'
import type { ReadFlags } from './program.js'
import { findingsOf } from './story.js'

/** `stemma read FILES…`: reads, analyses, prints. Throws a UsageError where `--published` makes no sense. */
export async function read(files: readonly string[], flags: ReadFlags): Promise<ExitCode> {
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead
  const code = await deliver(rendered(findings, flags), flags.out)
  if (code === exitCodes.ok && flags.out !== undefined && process.stderr.isTTY === true) {
    process.stderr.write(`Wrote ${flags.out}: ${findings.reports.length} reports, ${findings.notes.length} notes.\n`)
  }
  return code
}

function rendered(findings: Findings, flags: ReadFlags): string {
  if (flags.format === 'json') return renderJson(findings)
  if (flags.format === 'html') return pageOf(findings, { engine: flags.withoutEngine !== true })
  const screen = flags.out === undefined && process.stdout.isTTY === true
  return renderText(findings, {
    width: screen ? Math.min(process.stdout.columns ?? 80, 110) : 100,
    trace: flags.trace === true,
    color: screen && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb',
    ...(flags.show === undefined ? {} : { show: flags.show }),
  })
}
