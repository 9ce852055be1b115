import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Conflict, ConflictSide } from '../../model/findings.js'
import { dateInWords } from '../../presentation/dates.js'
import { aboutWords, contextOf, reportName, type Story, voiceName, weighs } from '../../presentation/story.js'
import { bySentence, Marked } from '../parts/quote.js'
import { StepChart } from '../parts/step-chart.js'
import { VirtualList } from '../parts/virtual-list.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'
import { replaceRoute } from '../route.js'

const severities = {
  hard: 'cannot both be true',
  error: 'a slip',
  soft: 'differ in precision or framing',
} as const

/** More cards than this and the view becomes a list of notes, of which one is opened at a time. */
const mostCards = 60

/** Where the reports cannot all be right: the sides opposite each other, in their own words. */
export function ConflictsView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const shown = route['kind'] ?? ''
  const about = route['about'] ?? ''
  const order = (conflict: Conflict): number =>
    conflict.update ? 3 : { hard: 0, error: 1, soft: 2 }[conflict.severity]
  const everything = story.findings.conflicts
  const subjects = [
    ...new Set([...everything.map((conflict) => conflict.kind), ...(about === '' ? [] : [about])]),
  ].sort()
  const all = about === '' ? everything : everything.filter((conflict) => conflict.kind === about)
  const kept = all.filter((conflict) => shown === '' || kindOf(conflict) === shown).sort((a, b) => order(a) - order(b))
  const chosen = story.conflicts.get(route['conflict'] ?? '')
  return (
    <div class="conflicts">
      <h1>Conflicts</h1>
      <nav class="tabs" aria-label="Which conflicts">
        {(['', 'hard', 'error', 'update', 'soft'] as const).map((kind) => {
          const count = kind === '' ? all.length : all.filter((conflict) => kindOf(conflict) === kind).length
          return (
            <a href={link({ kind: kind === '' ? null : kind })} aria-current={shown === kind ? 'true' : undefined}>
              {kind === '' ? 'all' : kind === 'update' ? 'updates' : severities[kind]} <b>{count}</b>
            </a>
          )
        })}
      </nav>
      {subjects.length > 1 && (
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label>
            About
            <select
              value={about}
              onChange={(event) => replaceRoute(link({ about: event.currentTarget.value || null }))}
            >
              <option value="">anything</option>
              {subjects.map((subject) => (
                <option value={subject}>{aboutWords[subject as Conflict['kind']] ?? subject}</option>
              ))}
            </select>
          </label>
        </form>
      )}
      {kept.length === 0 && (
        <p class="empty">
          {everything.length === 0
            ? 'No place was found where the reports cannot all be right. That is no proof that there is none: read the claims of a single report too.'
            : 'No conflict of this kind.'}
        </p>
      )}
      {kept.length > mostCards ? (
        <>
          {chosen !== undefined && <ConflictCard conflict={chosen} />}
          <VirtualList
            items={kept}
            rowHeight={68}
            label="Conflicts"
            keyOf={(conflict) => conflict.id}
            shown={route['conflict']}
          >
            {(conflict) => (
              <a
                class="claim-row is-plain"
                href={link({ conflict: conflict.id })}
                aria-current={chosen === conflict ? 'true' : undefined}
              >
                <span class={`severity is-${kindOf(conflict)}`}>{aboutWords[conflict.kind]}</span>
                <span class="gist">
                  <Words text={conflict.note} />
                </span>
              </a>
            )}
          </VirtualList>
        </>
      ) : (
        kept.map((conflict) => <ConflictCard key={conflict.id} conflict={conflict} />)
      )}
    </div>
  )
}

function ConflictCard({ conflict }: { readonly conflict: Conflict }): ComponentChildren {
  const { route, link } = useRoom()
  const selected = route['conflict'] === conflict.id
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <article
      class={`conflict is-${kindOf(conflict)}${selected ? ' is-selected' : ''}`}
      aria-labelledby={`${conflict.id}-note`}
      ref={card}
    >
      <header>
        <p class="kicker">
          <span class={`severity is-${kindOf(conflict)}`}>{aboutWords[conflict.kind]}</span>{' '}
          {conflict.update ? updateWords(conflict) : severities[conflict.severity]}
        </p>
        <h2 id={`${conflict.id}-note`}>
          <a href={link({ conflict: conflict.id })}>
            <Words text={conflict.note} />
          </a>
        </h2>
      </header>
      {conflict.update && <StepChart conflict={conflict} />}
      <div class="sides">
        {conflict.sides.map((side) => (
          <Side side={side} />
        ))}
      </div>
    </article>
  )
}

function Side({ side }: { readonly side: ConflictSide }): ComponentChildren {
  const { story, link } = useRoom()
  const roots = rootsOf(side, story)
  const places = bySentence(side.evidence, story)
  const claims = [...new Set(side.statements.flatMap((id) => story.claimOf.get(id) ?? []))]
  return (
    <section class="side">
      <h3>
        <Words text={side.gist} />
      </h3>
      <ul>
        {places.slice(0, 6).map((spans) => {
          const [span] = spans
          const report = story.reports.get(span.report)
          return (
            <li>
              <p class="meta">
                <a href={link({ view: 'reader', report: span.report, at: `${span.start}-${span.end}` })}>
                  <Words text={reportName(report)} />
                </a>
                {report?.published != null && <>, {dateInWords(report.published)}</>}
              </p>
              <q class="quote">
                <Marked
                  text={report?.text ?? ''}
                  range={contextOf(span, story)}
                  marks={spans.map((one) => ({ ...one, as: 'words' }))}
                />
              </q>
            </li>
          )
        })}
      </ul>
      {places.length > 6 && <p class="faint">and {places.length - 6} more places</p>}
      {side.statements.length > 0 && (
        <p class="meta">
          {roots.length === 0 ? (
            'On the reports’ own authority.'
          ) : (
            <>
              On the word of <Words text={roots.join(' and ')} />.
            </>
          )}
        </p>
      )}
      {claims.length > 0 && (
        <p class="meta">
          Claimed:{' '}
          {claims.slice(0, 4).map((claim, i) => (
            <>
              {i > 0 && ' · '}
              <a href={link({ view: 'claims', claim: claim.id })}>
                <Words text={claim.gist.slice(0, 200)} />
              </a>
            </>
          ))}
          {claims.length > 4 && ` and ${claims.length - 4} more`}
        </p>
      )}
    </section>
  )
}

function updateWords({ kind }: Conflict): string {
  return kind === 'number' ? 'a figure that grew: no quarrel' : 'later reports have moved on: no quarrel'
}

function kindOf(conflict: Conflict): 'hard' | 'error' | 'soft' | 'update' {
  return conflict.update && !weighs(conflict) ? 'update' : conflict.severity
}

function rootsOf(side: ConflictSide, story: Story): string[] {
  const names = side.statements.flatMap((id) => {
    const root = story.statements.get(id)?.chain.at(-1)
    return root === undefined || root === 'outlet' ? [] : [voiceName(root, undefined, story)]
  })
  return [...new Set(names)].slice(0, 4)
}
