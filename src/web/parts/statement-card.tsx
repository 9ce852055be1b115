import type { ComponentChildren } from 'preact'
import type { Statement } from '../../model/findings.js'
import { dateInWords } from '../../presentation/dates.js'
import { reportName } from '../../presentation/story.js'
import { useRoom } from '../room.js'
import { Trace } from './because.js'
import { Chain } from './chain.js'
import { type Highlight, Quote } from './quote.js'
import { Words } from './words.js'

const stances: Readonly<Record<Statement['stance'], string>> = {
  stated: 'stated',
  alleged: 'alleged',
  claimed: 'claimed',
  confirmed: 'confirmed',
  denied: 'denied',
  disputed: 'disputed',
  unverified: 'not verified',
  speculated: 'speculated',
}

/** One statement: who has it from whom, in which exact words, when it is said to have happened, and where to read on. */
export function StatementCard({
  statement,
  selected = false,
}: {
  readonly statement: Statement
  readonly selected?: boolean
}): ComponentChildren {
  const { story, link } = useRoom()
  const report = story.reports.get(statement.report)
  const attribution = statement.attribution === null ? undefined : story.attributions.get(statement.attribution)
  const also: Highlight[] = [
    ...(attribution?.source ?? []).map((range): Highlight => ({ ...range, as: 'voice' })),
    ...(attribution?.cue ?? []).map((range): Highlight => ({ ...range, as: 'cue' })),
  ]
  return (
    <article class={`statement${selected ? ' is-selected' : ''}`} aria-label={`In ${reportName(report)}`}>
      <Chain statement={statement} />
      <p class="statement-words">
        <Quote span={statement} also={also} />
      </p>
      <p class="meta">
        {stances[statement.stance]}
        {statement.polarity === 'negative' && ', in the negative'}
        {statement.when !== null && (
          <>
            {' · '}
            {dateInWords(statement.when.edtf)}
            {impliedParts(statement)}
          </>
        )}
        {report?.published != null && <> · published {dateInWords(report.published)}</>}
        {' · '}
        <a
          href={link({
            view: 'reader',
            report: statement.report,
            statement: statement.id,
            at: `${statement.start}-${statement.end}`,
          })}
        >
          read it in place
          <span class="only-heard">
            {' '}
            in <Words text={reportName(report)} />
          </span>
        </a>
      </p>
      <Trace of={attribution === undefined ? [statement] : [statement, attribution]} />
    </article>
  )
}

// What the text says is kept apart from what is implied: a month whose year nobody wrote says so.
function impliedParts({ when }: Statement): string {
  if (when === null) return ''
  const parts = ['year', 'month', 'day'] as const
  const given = Math.max(...when.edtf.split('/').map((date) => date.split('T')[0]!.split('-').length))
  const implied = parts
    .slice(0, given)
    .filter((part) => !(when.known.includes(part) || (part === 'day' && when.known.includes('weekday'))))
  return implied.length === 0 ? '' : ` (${implied.join(', ')} implied)`
}
