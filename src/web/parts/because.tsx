import type { ComponentChildren } from 'preact'
import type { Because } from '../../model/span.js'
import { useRoom } from '../room.js'
import { Quote } from './quote.js'

const most = 12

/** Which rule made a thing, and from which words. */
export function Trace({ because, id }: { readonly because: Because; readonly id: string }): ComponentChildren {
  const { story, link } = useRoom()
  return (
    <details class="trace">
      <summary>How it was found</summary>
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
    </details>
  )
}
