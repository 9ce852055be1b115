import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Statement } from '../../model/findings.js'
import type { Span } from '../../model/span.js'
import { type Story, voiceName } from '../../presentation/story.js'
import { useRoom } from '../room.js'
import { Quote } from './quote.js'

/** "Herald ← Halyard ← Brandt": who has it from whom, from the report inward. Each link opens the words that name it. */
export function Chain({ statement }: { readonly statement: Statement }): ComponentChildren {
  const { story } = useRoom()
  const [open, setOpen] = useState<number | null>(null)
  const report = story.reports.get(statement.report)
  const words = open === null ? null : wordsOfLink(statement, open, story)
  return (
    <div class="chain">
      <ol aria-label="who has it from whom">
        {statement.chain.map((link, i) => (
          <li>
            {i > 0 && <span aria-hidden="true">← </span>}
            <button type="button" aria-expanded={open === i} onClick={() => setOpen(open === i ? null : i)}>
              <bdi>{voiceName(link, report, story)}</bdi>
            </button>
          </li>
        ))}
      </ol>
      {open !== null && (
        <p class="chain-words">
          {words === null ? <span class="faint">{noWords(statement, open, story)}</span> : <Quote span={words} />}
        </p>
      )}
    </div>
  )
}

/** The words that name a link of the chain: those of the attribution, else the mention of that voice nearest before or after. */
export function wordsOfLink(statement: Statement, index: number, story: Story): Span | null {
  const link = statement.chain[index]
  if (link === undefined || link === 'outlet') return null
  const { report } = statement
  const attribution = statement.attribution === null ? undefined : story.attributions.get(statement.attribution)
  const named = story.entities.get(link)?.mentions.filter((mention) => mention.report === report) ?? []
  const inSource = named.find((mention) =>
    attribution?.source.some((range) => range.start <= mention.start && mention.end <= range.end),
  )
  if (inSource !== undefined) return inSource
  const [source] = attribution?.source ?? []
  if (source !== undefined && index === statement.chain.length - 1) return { report, ...source }
  const distance = (span: Span): number => Math.abs(span.start - (source ?? statement).start)
  const [nearest] = [...named].sort((a, b) => distance(a) - distance(b))
  if (nearest !== undefined) return nearest
  const [cue] = attribution?.cue ?? []
  return cue === undefined ? null : { report, ...cue }
}

function noWords(statement: Statement, index: number, story: Story): string {
  const report = story.reports.get(statement.report)
  if (statement.chain[index] !== 'outlet') return 'No words of this report name it; it follows from the context.'
  const day = report?.published == null ? 'without a date' : `published ${report.published}`
  return `The report itself (${report?.source ?? statement.report}, ${day}).`
}
