import { leansMost } from '../analyse.js'
import { forms } from '../presentation/exports/forms.js'
import { storyOf } from '../presentation/story.js'
import { deliver } from './deliver.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { pageOf } from './page.js'
import type { ExportFlags } from './program.js'
import { findingsOf } from './story.js'

/** `stemma export FILES… --as FORM`: the findings in one of the forms other programs read. */
export async function exportStory(files: readonly string[], flags: ExportFlags): Promise<ExitCode> {
  const findings = await findingsOf(files, flags)
  if (findings === null) return exitCodes.nothingRead
  const form = forms.find((one) => one.name === flags.as)
  const output =
    form === undefined
      ? pageOf(findings, { engine: flags.withoutEngine !== true })
      : form.render(storyOf(findings, leansMost(findings)))
  return await deliver(output, flags.out)
}
