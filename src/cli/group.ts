import { groupReports } from '../grouping/grouping.js'
import { readEach } from '../intake/intake.js'
import { type Grouped, renderGroupsJson, renderGroupsText } from '../presentation/groups.js'
import { readFiles } from '../storage/files.js'
import { version } from '../version.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { GroupFlags } from './program.js'

/** `stemma group FILES…`: reads, sorts into stories, prints. */
export async function group(files: readonly string[], flags: GroupFlags): Promise<ExitCode> {
  const stored = await readFiles(files, process.stdin)
  const { reports, notes } = readEach(stored.inputs)
  // That a report is undated or in another language matters to reading it, not to where it belongs.
  const told = [...stored.notes, ...notes].filter(({ code }) => !/^(no-publication-date|not-english)$/.test(code))
  if (reports.length === 0) {
    for (const note of told) process.stderr.write(`${note.code}: ${note.message}\n`)
    process.stderr.write('Nothing could be read.\n')
    return exitCodes.nothingRead
  }
  const grouped: Grouped = { stemma: version, groups: groupReports(reports), reports, notes: told }
  return deliver(flags.format === 'json' ? renderGroupsJson(grouped) : renderGroupsText(grouped), flags.out)
}
