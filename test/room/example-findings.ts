import { join } from 'node:path'
import { analyse } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import type { Findings } from '../../src/model/findings.js'
import { readFiles } from '../../src/storage/files.js'
import { packageFolder } from '../../src/storage/models.js'
import { models } from './models.js'

/** The example story as the engine reads it. */
export function exampleFindings(): Promise<Findings> {
  return findingsIn(join(packageFolder(), 'examples/lighthouse'))
}

/** The story whose reports lie in a folder, as the engine reads it. */
export async function findingsIn(folder: string): Promise<Findings> {
  const stored = await readFiles([folder], nothing())
  const { reports, notes } = readReports(stored.inputs)
  const found = analyse(reports, models(), stored.title === null ? {} : { title: stored.title })
  return { ...found, notes: [...stored.notes, ...notes, ...found.notes] }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
