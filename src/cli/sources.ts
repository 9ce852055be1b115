import { leansMost } from '../analyse.js'
import { buildStemma, renderSources } from '../presentation/sources.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { SourcesFlags } from './program.js'
import { screenOf } from './screen.js'
import { findingsOf } from './story.js'

/** `stemma sources FILES…`: the tree from the witnesses to the reports, which report leans on which, and on whom most hangs. */
export async function sources(files: readonly string[], flags: SourcesFlags): Promise<ExitCode> {
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead
  const bearings = leansMost(findings)
  const output =
    flags.format === 'json'
      ? `${JSON.stringify({ stemma: buildStemma(findings), derivations: findings.derivations, leansMost: bearings }, null, 2)}\n`
      : renderSources(findings, bearings, screenOf(flags.out))
  return deliver(output, flags.out)
}
