import type { ComponentChildren } from 'preact'
import type { Entity, Statement } from '../../model/findings.js'
import { reportName } from '../../presentation/story.js'
import { Trace } from '../parts/because.js'
import { Quote } from '../parts/quote.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

const most = 40

/** One person, body or place: names, roles, what is said by it and of it, every mention in its sentence. */
export function EntityApparatus({ entity }: { readonly entity: Entity }): ComponentChildren {
  const { story, link } = useRoom()
  const by = story.findings.statements.filter((s) => s.chain.includes(entity.id))
  const of = story.findings.statements.filter((s) => s.event.roles.some((role) => role.entity === entity.id))
  const aliases = entity.names.filter((name) => name !== entity.name)
  return (
    <section>
      <p class="kicker">
        {entity.type} {entity.id}
      </p>
      <h2>
        <Words text={entity.name} />
      </h2>
      <dl>
        {aliases.length > 0 && (
          <>
            <dt>also</dt>
            <dd>
              <Words text={aliases.join(' · ')} />
            </dd>
          </>
        )}
        {entity.roles.length > 0 && (
          <>
            <dt>roles</dt>
            <dd>
              <Words text={entity.roles.join(' · ')} />
            </dd>
          </>
        )}
        {entity.descriptions.length > 0 && (
          <>
            <dt>described as</dt>
            <dd>
              <Words text={entity.descriptions.slice(0, 12).join(' · ')} />
            </dd>
          </>
        )}
        {entity.place !== undefined && (
          <>
            <dt>on the map</dt>
            <dd>
              {entity.place.lat.toFixed(2)}, {entity.place.lon.toFixed(2)} ({entity.place.precision}, by{' '}
              {entity.place.gazetteer})
            </dd>
          </>
        )}
      </dl>
      <p class="buttons">
        <a class="button" href={link({ view: 'claims', who: entity.id })}>
          What it says, and what is said of it
        </a>{' '}
        {by.length > 0 && (
          <a class="button" href={link({ view: 'stemma', off: entity.id, edge: entity.id })}>
            What falls without it
          </a>
        )}
      </p>
      <Sayings title="What is said by this voice, or through it" statements={by} />
      <Sayings title="What is said of it" statements={of} />
      <h3>
        {entity.mentions.length} {entity.mentions.length === 1 ? 'mention' : 'mentions'}
      </h3>
      <ul class="plain">
        {entity.mentions.slice(0, most).map((mention) => (
          <li>
            <a
              class="where"
              href={link({ view: 'reader', report: mention.report, at: `${mention.start}-${mention.end}` })}
            >
              <Words text={reportName(story.reports.get(mention.report))} />
            </a>{' '}
            <Quote span={mention} />
          </li>
        ))}
      </ul>
      {entity.mentions.length > most && <p class="faint">and {entity.mentions.length - most} more</p>}
      <Trace of={[entity]} title="How the name was found" />
    </section>
  )
}

function Sayings({
  title,
  statements,
}: {
  readonly title: string
  readonly statements: readonly Statement[]
}): ComponentChildren {
  const { link } = useRoom()
  if (statements.length === 0) return null
  return (
    <details open={statements.length <= 6}>
      <summary>
        {title} <b>{statements.length}</b>
      </summary>
      <ul class="plain">
        {statements.slice(0, most).map((statement) => (
          <li>
            <a href={link({ view: 'claims', statement: statement.id })}>
              <Words text={statement.gist} />
            </a>
          </li>
        ))}
      </ul>
      {statements.length > most && <p class="faint">and {statements.length - most} more</p>}
    </details>
  )
}
