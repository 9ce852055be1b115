import type { ComponentChildren } from 'preact'
import {
  conflictGroups,
  type Dossier,
  type DossierConflict,
  type DossierSection,
  dossierOf,
  type Quotation,
} from '../presentation/dossier.js'
import type { Story } from '../presentation/story.js'
import { Words } from './parts/words.js'

/** The story on paper: made only when the page is printed, as no list there may end where the screen did. What may be printed comes first, then what is disputed. */
export function DossierPage({ story }: { readonly story: Story }): ComponentChildren {
  const dossier: Dossier = dossierOf(story)
  const groups = conflictGroups(dossier)
  return (
    <article>
      <h1>
        <Words text={dossier.title} />
      </h1>
      <p>
        <Words text={dossier.lede.join(' ')} />
      </p>
      {dossier.sections.map((section) => section.standing === 'several' && <Section section={section} />)}
      {groups.map((group) => group.conflicts[0]?.weighs && <Conflicts {...group} />)}
      {dossier.sections.map((section) => section.standing !== 'several' && <Section section={section} />)}
      {groups.map((group) => !group.conflicts[0]?.weighs && <Conflicts {...group} />)}
      <section>
        <h2>Sources</h2>
        <ol>
          {dossier.sources.map(({ parts }) => (
            <li>
              <Words text={parts.join('. ')} />
            </li>
          ))}
        </ol>
      </section>
    </article>
  )
}

// What stands on several witnesses is what will be printed: its words stand below it.
function Section({ section: { heading, standing, claims } }: { readonly section: DossierSection }): ComponentChildren {
  return (
    <section>
      <h2>{heading}</h2>
      {claims.map((claim) => (
        <div class="claim">
          <p>
            {claim.disputed && <strong>Disputed: </strong>}
            <Words text={claim.gist} />
            <Sources quotations={claim.quotations} />
          </p>
          <p class="standing">
            {claim.id} · {claim.standing}. <Words text={claim.why} />
          </p>
          {standing === 'several' && (
            <ul>
              {claim.quotations.slice(0, 6).map((one) => (
                <li>
                  “<Words text={one.words} />” <small>{one.chain}</small> [{one.source}]
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}

function Conflicts({
  heading,
  conflicts,
}: {
  readonly heading: string
  readonly conflicts: readonly DossierConflict[]
}): ComponentChildren {
  return (
    <section>
      <h2>{heading}</h2>
      {conflicts.map((conflict) => (
        <div class="claim">
          <p>
            <Words text={conflict.note} /> ({conflict.kind})
          </p>
          <ul>
            {conflict.sides.map((side) => (
              <li>
                <Words text={side.gist} />:{' '}
                {side.quotations.slice(0, 6).map((one, i) => (
                  <>
                    {i > 0 && '; '}“<Words text={one.words} />” [{one.source}]
                  </>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Sources({ quotations }: { readonly quotations: readonly Quotation[] }): ComponentChildren {
  const numbers = [...new Set(quotations.map((one) => one.source))].sort((a, b) => a - b)
  return <sup> [{numbers.join(', ')}]</sup>
}
