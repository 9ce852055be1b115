import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Entity } from '../../model/findings.js'
import { VirtualList } from '../parts/virtual-list.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'
import { replaceRoute } from '../route.js'
import { wordsOf } from '../search.js'

const types: Readonly<Record<Entity['type'], string>> = {
  person: 'People',
  organisation: 'Bodies',
  group: 'Groups',
  place: 'Places',
  work: 'Works',
  event: 'Events',
}

/** Everyone and everything the reports name, the most mentioned first. */
export function PeopleView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const type = route['type'] ?? ''
  const said = useMemo(() => {
    const count = new Map<string, number>()
    for (const { chain } of story.findings.statements)
      for (const id of new Set(chain)) count.set(id, (count.get(id) ?? 0) + 1)
    return count
  }, [story])
  const entities = useMemo(() => {
    const query = wordsOf(route['q'] ?? '')
    return story.findings.entities
      .filter((entity) => type === '' || entity.type === type)
      .filter((entity) => {
        const words = query.length === 0 ? [] : wordsOf([entity.name, ...entity.names].join(' '))
        return query.every((asked) => words.some((word) => word.startsWith(asked)))
      })
      .sort((a, b) => b.mentions.length - a.mentions.length)
  }, [story, type, route['q']])
  return (
    <div class="people">
      <h1>People and bodies</h1>
      <nav class="tabs" aria-label="Kinds of names">
        {(['', ...Object.keys(types)] as ('' | Entity['type'])[]).map((one) => {
          const count = story.findings.entities.filter((entity) => one === '' || entity.type === one).length
          return count === 0 && one !== '' ? null : (
            <a href={link({ type: one === '' ? null : one })} aria-current={type === one ? 'true' : undefined}>
              {one === '' ? 'All' : types[one]} <b>{count}</b>
            </a>
          )
        })}
      </nav>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label class="search">
          Search
          <input
            type="search"
            value={route['q'] ?? ''}
            onInput={(event) => replaceRoute(link({ q: event.currentTarget.value || null }))}
          />
        </label>
      </form>
      {entities.length === 0 ? (
        <p class="empty">Nobody and nothing by this name.</p>
      ) : (
        <VirtualList
          items={entities}
          rowHeight={60}
          label="Names"
          keyOf={(entity) => entity.id}
          shown={route['entity']}
        >
          {(entity) => (
            <a
              class="entity-row"
              href={link({ entity: entity.id })}
              aria-current={route['entity'] === entity.id ? 'true' : undefined}
            >
              <span class="gist">
                <Words text={entity.name} />
                <small>
                  <Words text={[...entity.roles, ...entity.descriptions].slice(0, 3).join(' · ') || entity.type} />
                </small>
              </span>
              <span class="standing-words">
                {entity.mentions.length} {entity.mentions.length === 1 ? 'mention' : 'mentions'}
                {(said.get(entity.id) ?? 0) > 0 && `, ${said.get(entity.id)} said`}
              </span>
            </a>
          )}
        </VirtualList>
      )}
    </div>
  )
}
