import type { ComponentChildren } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { credibilityWords, isDisputed, reportName, reportsOf, standingWords } from '../../presentation/story.js'
import { filterClaims, filterKeys } from '../filter.js'
import { useRoomFor } from '../hooks.js'
import { VirtualList } from '../parts/virtual-list.js'
import { WitnessMark } from '../parts/witness-mark.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'
import { replaceRoute } from '../route.js'

/** The ledger: every claim with its reports, witnesses, grade and disputes, filtered by what stands in the address. */
export function ClaimsView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const view = useRef<HTMLDivElement>(null)
  const space = useRoomFor(view)
  const filters = filterKeys.map((key) => route[key] ?? '').join('\n')
  const { claims, respelt } = useMemo(() => filterClaims(story, route), [story, filters])
  const people = useMemo(() => speakersOf(story.findings), [story])
  const total = story.findings.claims.length
  const set = (key: string) => (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement | HTMLSelectElement
    replaceRoute(link({ [key]: value === '' ? null : value }))
  }

  const choices = (
    <div class="choices">
      <label>
        Grade
        <select value={route['grade'] ?? ''} onChange={set('grade')}>
          <option value="">any</option>
          {Object.entries(credibilityWords).map(([grade, words]) => (
            <option value={grade}>
              {grade} {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Person or body
        <select value={route['who'] ?? ''} onChange={set('who')}>
          <option value="">anyone</option>
          {people.map((entity) => (
            <option value={entity.id}>{entity.name.slice(0, 60)}</option>
          ))}
        </select>
      </label>
      <label>
        Report
        <select value={route['in'] ?? ''} onChange={set('in')}>
          <option value="">any</option>
          {story.findings.reports.map((report) => (
            <option value={report.id}>{`${report.id} ${reportName(report)}`.slice(0, 60)}</option>
          ))}
        </select>
      </label>
      <label>
        From
        <input type="date" value={route['from'] ?? ''} onChange={set('from')} />
      </label>
      <label>
        To
        <input type="date" value={route['to'] ?? ''} onChange={set('to')} />
      </label>
    </div>
  )

  return (
    <div class="claims" ref={view}>
      <h1>Claims</h1>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label class="search">
          Search
          <input
            type="search"
            value={route['q'] ?? ''}
            onInput={set('q')}
            placeholder="words in any form and order, names, an id"
          />
        </label>
        <label>
          Stands on
          <select value={route['standing'] ?? ''} onChange={set('standing')}>
            <option value="">anything</option>
            <option value="several">two or more witnesses</option>
            <option value="one">one witness</option>
            <option value="unknown">none that can be told</option>
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={route['disputed'] !== undefined}
            onChange={() => replaceRoute(link({ disputed: route['disputed'] === undefined ? '1' : null }))}
          />
          disputed only
        </label>
        <details class="more" open={fewer.some((key) => route[key] !== undefined)}>
          <summary>More filters</summary>
          {choices}
        </details>
      </form>
      <p class="meta" role="status">
        {claims.length === total ? `${total} claims` : `${claims.length} of ${total} claims`}
        {claims.length !== total && (
          <>
            {' · '}
            <a href={link(Object.fromEntries(filterKeys.map((key) => [key, null])))}>show all</a>
          </>
        )}
        {respelt.map(([asked, read]) => ` · nothing has “${asked}”, so “${read}” was looked for`)}
      </p>
      {claims.length === 0 ? (
        <p class="empty">{total === 0 ? 'No claim was found in these reports.' : 'No claim passes these filters.'}</p>
      ) : (
        <>
          {space === 'wide' && (
            <p class="ledger-head" aria-hidden="true">
              <span />
              <span>What is claimed</span>
              <span class="standing-words">Stands on</span>
              <span title="From 1, confirmed, to 6, cannot be judged">Grade</span>
            </p>
          )}
          <VirtualList
            items={claims}
            rowHeight={{ wide: 68, narrow: 86, small: 102 }[space]}
            label="Claims"
            keyOf={(claim) => claim.id}
            shown={route['claim'] ?? story.claimOf.get(route['statement'] ?? '')?.id}
          >
            {(claim) => {
              const reports = reportsOf(claim, story).length
              const disputed = isDisputed(claim, story)
              const differs = !disputed && story.conflictsOf.has(claim.id)
              return (
                <a
                  class="claim-row"
                  href={link({ claim: claim.id })}
                  aria-current={route['claim'] === claim.id ? 'true' : undefined}
                >
                  <WitnessMark reports={reports} independent={claim.independent} disputed={disputed} />
                  <span class="gist">
                    <Words text={claim.gist.slice(0, 400)} />
                  </span>
                  <span class="standing-words">
                    {standingWords(reports, claim.independent)}
                    {disputed && <em> disputed</em>}
                    {differs && <i> differs</i>}
                  </span>
                  <span class="grade" title={credibilityWords[claim.grade.credibility]}>
                    {claim.grade.credibility}
                    <span class="only-heard"> {credibilityWords[claim.grade.credibility]}</span>
                  </span>
                </a>
              )
            }}
          </VirtualList>
        </>
      )}
    </div>
  )
}

/** The filters that stand behind "More filters". */
const fewer = filterKeys.filter((key) => !['q', 'standing', 'disputed'].includes(key))

// Those who say something or take part in something, the most mentioned first; a menu of more than 300 helps nobody.
function speakersOf(findings: ReturnType<typeof useRoom>['story']['findings']) {
  const there = new Set(
    findings.statements.flatMap((s) => [...s.chain, ...s.event.roles.flatMap((role) => role.entity ?? [])]),
  )
  return findings.entities
    .filter((entity) => there.has(entity.id) && entity.type !== 'place')
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, 300)
}
