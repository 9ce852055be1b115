import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { bySentence, Quote } from '../parts/quote.js'
import { StatementCard } from '../parts/statement-card.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'
import { offOf } from '../stemma/fall.js'
import { graphOf } from '../stemma/graph.js'

const most = 30

/** What went along a line of the stemma, in its words; or what hangs on a name, with the switch to try it without. */
export function EdgeApparatus({ edge: id }: { readonly edge: string }): ComponentChildren {
  const { story, route, link } = useRoom()
  const graph = useMemo(() => graphOf(story), [story])
  const edge = graph.edges.find((one) => one.id === id)
  const node = graph.nodes.get(id)
  if (edge === undefined && node === undefined)
    return <p class="empty">The stemma of this story has no line or name {id}.</p>

  const off = offOf(route)
  const statements =
    edge?.statements ??
    story.findings.statements
      .filter((s) => (story.reports.has(id) ? s.report === id : s.chain.includes(id.split(':')[0]!)))
      .filter((s) => !id.includes(':') || s.report === id.split(':')[1])
      .map((s) => s.id)
  const derivations = edge?.derivations ?? story.findings.derivations.filter((one) => one.to === id || one.from === id)
  const name = (one: string): string => graph.nodes.get(one)?.name ?? one
  const isOff = off.includes(id)
  return (
    <section>
      <p class="kicker">{edge !== undefined ? 'Who has it from whom' : node?.kind === 'report' ? 'Report' : 'Voice'}</p>
      <h2>
        <Words text={edge === undefined ? name(id) : `${name(edge.to)} ← ${name(edge.from)}`} />
      </h2>
      {node !== undefined && !id.includes(':') && (
        <p>
          <a
            class="button"
            href={link({ off: (isOff ? off.filter((one) => one !== id) : [...off, id]).join(',') })}
            aria-pressed={isOff}
            role="button"
          >
            {isOff ? 'Switch on again' : 'Switch this source off'}
          </a>{' '}
          {story.entities.has(id) && <a href={link({ view: 'people', entity: id })}>who this is</a>}
          {story.reports.has(id) && <a href={link({ view: 'reader', report: id })}>read the report</a>}
        </p>
      )}
      {derivations.length > 0 && (
        <>
          <h3>How it is known</h3>
          <ul class="plain">
            {derivations.slice(0, 20).map((derivation) => (
              <li>
                <p class="meta">
                  <Words
                    text={`${name(derivation.to)} ← ${story.reports.has(derivation.from) ? name(derivation.from) : (story.entities.get(derivation.from)?.name ?? derivation.from)}: ${derivation.note}`}
                  />
                </p>
                {bySentence(derivation.evidence, story)
                  .slice(0, 3)
                  .map(([span, ...more]) => (
                    <p class="statement-words">
                      <Quote span={span} also={more.map((one) => ({ ...one, as: 'words' }))} />
                    </p>
                  ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{statements.length === 0 ? 'No statement went this way' : `${statements.length} statements`}</h3>
      {statements.slice(0, most).map((one) => {
        const statement = story.statements.get(one)
        return statement === undefined ? null : <StatementCard key={one} statement={statement} />
      })}
      {statements.length > most && <p class="faint">and {statements.length - most} more</p>}
    </section>
  )
}
