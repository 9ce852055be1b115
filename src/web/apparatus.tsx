import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Claim, Conflict } from '../model/findings.js'
import {
  credibilityWords,
  isDisputed,
  reportName,
  reportsOf,
  standingWords,
  voiceName,
  weighs,
} from '../presentation/story.js'
import { chosenSentence } from './parallels.js'
import { Trace } from './parts/because.js'
import { bySentence, Quote } from './parts/quote.js'
import { StatementCard } from './parts/statement-card.js'
import { WitnessMark } from './parts/witness-mark.js'
import { Words } from './parts/words.js'
import { type Room, useRoom } from './room.js'
import { selectable } from './route.js'
import { EntityApparatus } from './views/entity-apparatus.js'
import { ParallelsApparatus } from './views/parallels.js'
import { EdgeApparatus } from './views/stemma-apparatus.js'

/** The right-hand column: it always answers for whatever is selected. On a phone it is a sheet from below. */
export function Apparatus(): ComponentChildren {
  const room = useRoom()
  const { route, link } = room
  const aside = useRef<HTMLElement>(null)
  const key = [...selectable, 'at', 'report'].map((name) => route[name] ?? '').join('|')
  const content = contentFor(room)

  useEffect(() => {
    aside.current?.scrollTo(0, 0)
  }, [key])
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && content !== null) location.hash = closing
    }
    addEventListener('keydown', closeOnEscape)
    return () => removeEventListener('keydown', closeOnEscape)
  })

  const closing = link(Object.fromEntries([...selectable, 'at'].map((name) => [name, null])))
  if (content === null) return null
  return (
    <aside ref={aside} class="apparatus" aria-label="Apparatus: the selected thing and its words" tabIndex={0}>
      <a class="close" href={closing} aria-label="Close the apparatus">
        ×
      </a>
      {content}
    </aside>
  )
}

function contentFor({ story, route }: Room): ComponentChildren {
  const sentence = route.view === 'reader' ? chosenSentence(story, route) : null
  if (sentence !== null) return <ParallelsApparatus key={`${sentence.report}:${sentence.start}`} sentence={sentence} />
  const claim = story.claims.get(route['claim'] ?? '') ?? story.claimOf.get(route['statement'] ?? '')
  if (claim !== undefined) return <ClaimApparatus key={claim.id} claim={claim} />
  const conflict = story.conflicts.get(route['conflict'] ?? '')
  if (conflict !== undefined) return <ConflictApparatus key={conflict.id} conflict={conflict} />
  const entity = story.entities.get(route['entity'] ?? '')
  if (entity !== undefined) return <EntityApparatus key={entity.id} entity={entity} />
  if (route['edge'] !== undefined) return <EdgeApparatus edge={route['edge']} />
  const asked = selectable.find((name) => route[name] !== undefined)
  if (asked === undefined) return null
  return (
    <p class="empty">
      This story has no {asked} <q>{route[asked]}</q>. The link may come from another story, or from an earlier reading
      of this one.
    </p>
  )
}

function ClaimApparatus({ claim }: { readonly claim: Claim }): ComponentChildren {
  const { story, route, link } = useRoom()
  const reports = reportsOf(claim, story)
  const conflicts = story.conflictsOf.get(claim.id) ?? []
  const [shown, setShown] = useState(30)
  return (
    <section>
      <p class="kicker">Claim {claim.id}</p>
      <h2>
        <Words text={claim.gist} />
      </h2>
      <div class="standing">
        <WitnessMark
          reports={reports.length}
          independent={claim.independent}
          disputed={isDisputed(claim, story)}
          large={true}
        />
        <div>
          <strong>{standingWords(reports.length, claim.independent)}</strong>
          <p>
            <Words text={sentence(claim.why)} />
          </p>
        </div>
      </div>
      <p class="meta">
        Grade {claim.grade.reliability ?? ''}
        {claim.grade.credibility}, {credibilityWords[claim.grade.credibility]}: <Words text={claim.grade.because} />
      </p>
      {claim.roots.length > 0 && (
        <p class="meta">
          It goes back to{' '}
          {claim.roots.map((root, i) => (
            <>
              {i > 0 && ', '}
              {root === 'outlet' ? (
                'a report’s own authority'
              ) : (
                <>
                  <a href={link({ view: 'people', entity: root })}>
                    <Words text={voiceName(root, undefined, story)} />
                  </a>{' '}
                  (
                  <a href={link({ view: 'stemma', off: root })}>
                    what falls without
                    <span class="only-heard">
                      {' '}
                      <Words text={voiceName(root, undefined, story)} />
                    </span>
                  </a>
                  )
                </>
              )}
            </>
          ))}
        </p>
      )}
      {conflicts.map((conflict) => (
        <p class="dispute">
          <a href={link({ view: 'conflicts', conflict: conflict.id })}>
            {weighs(conflict) ? 'Disputed' : conflict.update ? 'An update' : 'Differs'}: <Words text={conflict.note} />
          </a>
        </p>
      ))}
      <h3>{claim.statements.length === 1 ? 'The words' : `The words, ${claim.statements.length} times`}</h3>
      {claim.statements.slice(0, shown).map((id) => {
        const statement = story.statements.get(id)
        return statement === undefined ? null : (
          <StatementCard key={id} statement={statement} selected={route['statement'] === id} />
        )
      })}
      {claim.statements.length > shown && (
        <p>
          <button type="button" onClick={() => setShown(shown + 200)}>
            Show more of {claim.statements.length}
          </button>
        </p>
      )}
      <Trace
        of={[claim]}
        title={claim.statements.length === 1 ? 'How it became a claim' : 'How these became one claim'}
      />
    </section>
  )
}

function ConflictApparatus({ conflict }: { readonly conflict: Conflict }): ComponentChildren {
  const { story, link } = useRoom()
  return (
    <section>
      <p class="kicker">Conflict {conflict.id}</p>
      <h2>Who says which, and through whom</h2>
      {conflict.sides.map((side) => (
        <>
          <h3>
            <Words text={side.gist} />
          </h3>
          {side.statements.map((id) => {
            const statement = story.statements.get(id)
            return statement === undefined ? null : <StatementCard key={id} statement={statement} />
          })}
          {side.statements.length === 0 &&
            bySentence(side.evidence, story).map(([span, ...more]) => (
              <article class="statement" aria-label={`In ${reportName(story.reports.get(span.report))}`}>
                <p class="meta">
                  <a href={link({ view: 'reader', report: span.report, at: `${span.start}-${span.end}` })}>
                    <Words text={reportName(story.reports.get(span.report))} />
                  </a>
                </p>
                <p class="statement-words">
                  <Quote span={span} also={more.map((one) => ({ ...one, as: 'words' }))} />
                </p>
              </article>
            ))}
        </>
      ))}
      <Trace of={[conflict]} title="How the conflict was found" />
    </section>
  )
}

function sentence(text: string): string {
  const words = text.charAt(0).toUpperCase() + text.slice(1)
  return words === '' || /[.!?…]$/.test(words) ? words : `${words}.`
}
