import { join } from 'node:path'
import { analyse } from '../../src/analyse.js'
import { readReports } from '../../src/intake/intake.js'
import type { Findings } from '../../src/model/findings.js'
import { readFiles } from '../../src/storage/files.js'
import { packageFolder } from '../../src/storage/models.js'
import { models } from './models.js'

/** The example story as the engine reads it. */
export async function exampleFindings(): Promise<Findings> {
  const stored = await readFiles([join(packageFolder(), 'examples/lighthouse')], nothing())
  const { reports, notes } = readReports(stored.inputs)
  const found = analyse(reports, models(), stored.title === null ? {} : { title: stored.title })
  return { ...found, notes: [...stored.notes, ...notes, ...found.notes] }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
