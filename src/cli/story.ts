import { analyse, loadModels } from '../analyse.js'
import { isPublicationDate } from '../intake/given-date.js'
import { readReports } from '../intake/intake.js'
import type { Findings } from '../model/findings.js'
import type { Note } from '../model/note.js'
import { redact } from '../presentation/redact.js'
import { isNamed, readFiles, type StoredInput } from '../storage/files.js'
import { readModel } from '../storage/models.js'
import type { StoryFlags } from './program.js'
import { UsageError } from './usage-error.js'

/**
 * The findings of the story that files make, names taken out where asked; null where nothing could be read, which has
 * been said on standard error. Throws a UsageError where `--published` makes no sense.
 */
export async function findingsOf(files: readonly string[], flags: StoryFlags): Promise<Findings | null> {
  const given = (flags.published ?? []).map(parsePublished)
  const stored = await readFiles(files, process.stdin)
  const { reports, notes } = readReports(withDates(stored.inputs, given))
  const early: Note[] = [...stored.notes, ...notes]
  if (reports.length === 0) {
    for (const note of early) process.stderr.write(`${note.code}: ${note.message}\n`)
    process.stderr.write('Nothing could be read.\n')
    return null
  }
  const length = reports.reduce((sum, report) => sum + report.text.length, 0)
  const found = withProgress(
    `Reading ${reports.length} ${reports.length === 1 ? 'report' : 'reports'} …`,
    length > 100_000,
    () => analyse(reports, loadModels(readModel), stored.title === null ? {} : { title: stored.title }),
  )
  return redact({ ...found, notes: [...early, ...found.notes] }, flags.redact ?? [])
}

interface GivenDate {
  readonly name: string
  readonly date: string
}

function parsePublished(text: string): GivenDate {
  const at = text.lastIndexOf('=')
  const name = text.slice(0, Math.max(at, 0))
  const date = text.slice(at + 1)
  if (at < 1)
    throw new UsageError(`--published ${text}: write it as REPORT=DATE, for instance --published tribune=2024-06-15`)
  if (!isPublicationDate(date)) {
    throw new UsageError(
      `--published ${text}: "${date}" is no date; write it as 2024-06-15, 2024-06, 2024-06-15T18:30 or, where it is about, 2024-06-15~`,
    )
  }
  return { name, date }
}

function withDates(inputs: readonly StoredInput[], given: readonly GivenDate[]): StoredInput[] {
  const dates = new Map<string, string>()
  for (const { name, date } of given) {
    const meant = inputs.filter(
      (input) => input.id === name || isNamed(input.source, name) || (name === '-' && input.source === 'stdin'),
    )
    const [one, other] = meant
    if (one === undefined) {
      const known = inputs.slice(0, 12).map((input) => `${input.id} (${input.source})`)
      throw new UsageError(
        `--published ${name}=${date}: no report is called "${name}"; there ${known.length === 0 ? 'are none' : `is ${known.join(', ')}${inputs.length > 12 ? ' …' : ''}`}`,
      )
    }
    if (other !== undefined) {
      throw new UsageError(
        `--published ${name}=${date}: "${name}" may mean ${meant.map((input) => `${input.id} (${input.source})`).join(' or ')}; give the whole path, or an id that is no file's name`,
      )
    }
    dates.set(one.id, date)
  }
  return inputs.map((input) => {
    const date = dates.get(input.id)
    return date === undefined ? input : { ...input, published: date }
  })
}

// One line on a terminal while long work goes on, gone when it is done; nothing where standard error is a file or pipe.
function withProgress<T>(line: string, long: boolean, work: () => T): T {
  const shown = long && process.stderr.isTTY === true
  if (shown) process.stderr.write(line)
  try {
    return work()
  } finally {
    if (shown) process.stderr.write('\r\u001b[K')
  }
}
