import { listClaims, renderClaims } from '../presentation/claims.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { ClaimsFlags } from './program.js'
import { screenOf } from './screen.js'
import { findingsOf } from './story.js'

/** `stemma claims FILES…`: the claims with their reports, witnesses, grade and disputes. */
export async function claims(files: readonly string[], flags: ClaimsFlags): Promise<ExitCode> {
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead
  const { minWitnesses, disputed, about } = flags
  const listed = listClaims(findings, {
    ...(minWitnesses === undefined ? {} : { minWitnesses }),
    ...(disputed === undefined ? {} : { disputed }),
    ...(about === undefined ? {} : { about }),
  })
  const output =
    flags.format === 'json'
      ? `${JSON.stringify(
          listed.map(({ claim, reports, disputes }) => ({ ...claim, reports, disputes })),
          null,
          2,
        )}\n`
      : renderClaims(listed, screenOf(flags.out))
  return deliver(output, flags.out)
}
