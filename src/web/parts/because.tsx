import type { ComponentChildren } from 'preact'
import type { Because } from '../../model/span.js'
import { useRoom } from '../room.js'
import { Quote } from './quote.js'

const most = 12

/** A thing that was derived, and why. */
interface Derived {
  readonly id: string
  readonly because: Because
}

/** Which rule made a thing, and from which words; several where one result stands on another. */
export function Trace({
  of,
  title = 'How it was found',
}: {
  readonly of: readonly Derived[]
  readonly title?: string
}): ComponentChildren {
  return (
    <details class="trace">
      <summary>{title}</summary>
      {of.map((one) => (
        <Step key={one.id} id={one.id} because={one.because} />
      ))}
    </details>
  )
}

function Step({ id, because }: Derived): ComponentChildren {
  const { story, link } = useRoom()
  return (
    <>
      <p>
        <span class="id">{id}</span> · rule <code>{because.rule}</code>
        {because.spans.length === 0 ? '' : ', from these words:'}
      </p>
      <ul>
        {because.spans.slice(0, most).map((span) => (
          <li>
            <a class="where" href={link({ view: 'reader', report: span.report, at: `${span.start}-${span.end}` })}>
              {story.reports.get(span.report)?.outlet ?? span.report} {span.start}–{span.end}
            </a>{' '}
            <Quote span={span} />
          </li>
        ))}
      </ul>
      {because.spans.length > most && <p class="faint">and {because.spans.length - most} more places</p>}
    </>
  )
}
