import { without } from '../analyse.js'
import type { Findings } from '../model/findings.js'
import { renderJson } from '../presentation/json.js'
import { renderText } from '../presentation/text.js'
import { renderWithout } from '../presentation/without.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { pageOf } from './page.js'
import type { ReadFlags } from './program.js'
import { screenOf } from './screen.js'
import { findingsOf } from './story.js'
import { UsageError } from './usage-error.js'

/** `stemma read FILES…`: reads, analyses, prints. Throws a UsageError where a flag makes no sense. */
export async function read(files: readonly string[], flags: ReadFlags): Promise<ExitCode> {
  if (flags.without !== undefined && flags.format === 'html')
    throw new UsageError('--without goes with text and JSON; in the page a source is switched off in the stemma')
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead
  const code = await deliver(rendered(findings, flags), flags.out)
  if (code === exitCodes.ok && flags.out !== undefined && process.stderr.isTTY === true) {
    process.stderr.write(`Wrote ${flags.out}: ${findings.reports.length} reports, ${findings.notes.length} notes.\n`)
  }
  return code
}

function rendered(findings: Findings, flags: ReadFlags): string {
  if (flags.format === 'html') return pageOf(findings, { engine: flags.withoutEngine !== true })
  const screen = screenOf(flags.out)
  if (flags.without !== undefined) {
    const rest = without(findings, flags.without)
    if (rest === undefined)
      throw new UsageError(`--without ${flags.without}: nobody in these reports goes by that name or id`)
    return flags.format === 'json' ? `${JSON.stringify(rest, null, 2)}\n` : renderWithout(findings, rest, screen)
  }
  if (flags.format === 'json') return renderJson(findings)
  return renderText(findings, {
    ...screen,
    trace: flags.trace === true,
    ...(flags.show === undefined ? {} : { show: flags.show }),
  })
}
