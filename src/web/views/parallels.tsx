import type { ComponentChildren } from 'preact'
import type { Span } from '../../model/span.js'
import { isDisputed, reportName, reportsOf, standingWords, wordsAt } from '../../presentation/story.js'
import { alignWords, parallelsOf, type Run } from '../parallels.js'
import { StatementCard } from '../parts/statement-card.js'
import { WitnessMark } from '../parts/witness-mark.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

/** Beside a sentence of the reader: what it claims, and what the other reports have in its place, word for word. */
export function ParallelsApparatus({ sentence }: { readonly sentence: Span }): ComponentChildren {
  const { story, route, link } = useRoom()
  const own = wordsAt(sentence, story)
  const here = (story.statementsIn.get(sentence.report) ?? []).filter(
    (one) => one.start < sentence.end && one.end > sentence.start,
  )
  const parallels = parallelsOf(sentence.report, sentence, story)
  const furniture = (story.readings.get(sentence.report)?.sentences ?? []).some(
    (one) => one.kind === 'furniture' && one.start < sentence.end && sentence.start < one.end,
  )
  return (
    <section>
      <p class="kicker">
        In <Words text={reportName(story.reports.get(sentence.report))} />
      </p>
      <h2>What this sentence claims</h2>
      {here.length === 0 && (
        <p class="empty">
          {furniture
            ? 'This is taken for what stands around a report (a byline, a link, an advertisement), and is not read for claims.'
            : 'No claim was found in it.'}
        </p>
      )}
      <ol class="rows">
        {here.map((one) => {
          const claim = story.claimOf.get(one.id)
          if (claim === undefined) return null
          const reports = reportsOf(claim, story).length
          return (
            <li>
              <a href={link({ view: 'claims', claim: claim.id })}>
                <WitnessMark reports={reports} independent={claim.independent} disputed={isDisputed(claim, story)} />
                <span>
                  <Words text={claim.gist} />
                  <small>{standingWords(reports, claim.independent)}</small>
                </span>
              </a>
            </li>
          )
        })}
      </ol>
      <h2>What the others have</h2>
      {parallels.length === 0 && (
        <p class="empty">
          {story.findings.reports.length === 1
            ? 'There is no other report to set beside it.'
            : 'No other report was found to tell this, or to tell it otherwise.'}
        </p>
      )}
      {parallels.slice(0, 30).map((parallel) => {
        const other = wordsAt({ report: parallel.report, start: parallel.range.start, end: parallel.range.end }, story)
        const aligned = alignWords(own, other)
        const copied = aligned.right.some((run) => run.shared)
        return (
          <article class="parallel">
            <p class="meta">
              <a
                href={link({
                  report: parallel.report,
                  beside: sentence.report,
                  statement: parallel.statement,
                  at: `${parallel.range.start}-${parallel.range.end}`,
                })}
              >
                <Words text={reportName(story.reports.get(parallel.report))} />
              </a>
              {parallel.how === 'other side' && ' · on the other side'}
              {parallel.how === 'shared words' && ' · no claim in common was found'}
              {copied && (own.trim() === other.trim() ? ' · word for word the same' : ' · shares the words underlined')}
            </p>
            {copied && own.trim() !== other.trim() && (
              <p class="aligned is-own">
                <Runs runs={aligned.left} />
              </p>
            )}
            <p class="aligned">
              <Runs runs={aligned.right} />
            </p>
          </article>
        )
      })}
      {here.length > 0 && <h2>Who says so</h2>}
      {here.map((one) => (
        <StatementCard key={one.id} statement={one} selected={one.id === route['statement']} />
      ))}
    </section>
  )
}

function Runs({ runs }: { readonly runs: readonly Run[] }): ComponentChildren {
  return runs.map((run) =>
    run.shared ? (
      <u>
        <Words text={run.text} />
      </u>
    ) : (
      <Words text={run.text} />
    ),
  )
}
