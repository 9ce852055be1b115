import type { ComponentChildren } from 'preact'
import { dateInWords } from '../../presentation/dates.js'
import { aboutWords, reportsOf, type Standing, voiceName } from '../../presentation/story.js'
import { WitnessMark } from '../parts/witness-mark.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'

const kinds: readonly (readonly [Standing, string, string])[] = [
  ['several', 'on two or more independent witnesses', 'Firmest: check, then print with the sources'],
  ['one', 'on one witness, however many reports', 'Print only as that witness’s word'],
  ['unknown', 'on witnesses that cannot be told', 'Find out first who knows it'],
]

/** The story in thirty seconds: figures, words, what is firm, what is disputed, on whom most hangs. */
export function FrontView(): ComponentChildren {
  const { story, front, link } = useRoom()
  const { findings } = story
  return (
    <div class="front">
      <p class="kicker">{front.reports === 1 ? 'One report' : `${front.reports} reports`}, read against each other</p>
      <h1>
        <Words text={findings.story.title} />
      </h1>
      <p class="lede">{front.sentences.join(' ')}</p>

      {front.claims > 0 && (
        <ul class="figures" aria-label="What may be printed, by what it stands on">
          {kinds.map(([kind, words, advice]) => (
            <li class={`is-${kind}`}>
              <a href={link({ view: 'claims', standing: kind })}>
                <b>{front.standing[kind]}</b>
                <strong>{advice}</strong>
                <span>{words}</span>
                <meter min={0} max={front.claims} value={front.standing[kind]} aria-label={`of ${front.claims} claims`}>
                  {front.standing[kind]} of {front.claims}
                </meter>
              </a>
            </li>
          ))}
          <li class="is-disputed">
            <a href={link({ view: 'claims', disputed: '1' })}>
              <b>{front.disputed}</b>
              <strong>Compare the sides before you print</strong>
              <span>disputed: the reports cannot all be right</span>
              <meter min={0} max={front.claims} value={front.disputed} aria-label={`of ${front.claims} claims`}>
                {front.disputed} of {front.claims}
              </meter>
            </a>
          </li>
        </ul>
      )}

      {front.claims > 0 && (
        <p class="meta advice">
          A program read and counted these claims. It errs, most of all about more than one witness and about conflicts:
          open a claim and read the reports’ own words before you print it.
        </p>
      )}

      <div class="front-columns">
        <section>
          <h2>What stands firmest</h2>
          {front.firm.length === 0 ? (
            <p class="empty">
              No undisputed claim stands on two independent witnesses. Nothing here may be printed without saying whose
              word it is.
            </p>
          ) : (
            <ol class="rows">
              {front.firm.slice(0, 6).map((claim) => (
                <li>
                  <a href={link({ view: 'claims', claim: claim.id })}>
                    <WitnessMark reports={reportsOf(claim, story).length} independent={claim.independent} />
                    <span>
                      <Words text={claim.gist} />
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          )}
          {front.firm.length > 6 && (
            <p>
              <a href={link({ view: 'claims', standing: 'several' })}>All {front.standing.several} of them</a>
            </p>
          )}
        </section>

        <section>
          <h2>Where they cannot all be right</h2>
          {front.conflicts.length === 0 ? (
            <p class="empty">No conflict was found that means someone is wrong. That is no proof that there is none.</p>
          ) : (
            <ol class="rows">
              {front.conflicts.slice(0, 5).map((conflict) => (
                <li>
                  <a href={link({ view: 'conflicts', conflict: conflict.id })}>
                    <span class={`severity is-${conflict.severity}`}>{aboutWords[conflict.kind]}</span>
                    <span>
                      <Words text={conflict.note} />
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          )}
          {findings.conflicts.length > Math.min(5, front.conflicts.length) && (
            <p>
              <a href={link({ view: 'conflicts' })}>
                {findings.conflicts.length === 1
                  ? 'One difference of precision or framing'
                  : `All ${findings.conflicts.length} differences`}
              </a>
            </p>
          )}
        </section>

        <section>
          <h2>On whom most hangs</h2>
          {story.hinges.length === 0 ? (
            <p class="empty">No claim falls without any one source.</p>
          ) : (
            <ol class="rows">
              {story.hinges.slice(0, 6).map(({ source, falls, toOne }) => (
                <li>
                  <a href={link({ view: 'stemma', off: source })}>
                    <b class="count">{falls}</b>
                    <span>
                      <Words text={voiceName(source, undefined, story)} />
                      <small>
                        {falls === 1 ? 'claim falls' : 'claims fall'} if this source is wrong
                        {toOne > 0 && `, ${toOne} ${toOne === 1 ? 'is' : 'are'} left with one witness`}
                      </small>
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          )}
        </section>

        <section>
          <h2>The reports</h2>
          {findings.reports.length === 0 ? (
            <p class="empty">No report could be read.</p>
          ) : (
            <ol class="rows">
              {findings.reports.slice(0, 8).map((report) => (
                <li>
                  <a href={link({ view: 'reader', report: report.id })}>
                    <span>
                      <Words text={report.title ?? report.source} />
                      <small>
                        <Words
                          text={[
                            report.outlet,
                            report.byline,
                            report.published === null ? 'no date' : dateInWords(report.published),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        />
                      </small>
                    </span>
                  </a>
                </li>
              ))}
            </ol>
          )}
          {findings.reports.length > 8 && (
            <p>
              <a href={link({ view: 'reader' })}>All {findings.reports.length} reports</a>
            </p>
          )}
        </section>
      </div>

      {findings.notes.length > 0 && (
        <section class="notes">
          <h2>What could not be read or told</h2>
          <ul>
            {findings.notes.slice(0, 40).map((note) => (
              <li>
                <Words text={note.message} /> <span class="faint">({note.code})</span>
              </li>
            ))}
          </ul>
          {findings.notes.length > 40 && <p class="faint">and {findings.notes.length - 40} more notes</p>}
        </section>
      )}
    </div>
  )
}
