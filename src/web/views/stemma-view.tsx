import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { voiceName } from '../../presentation/story.js'
import { useWidth } from '../hooks.js'
import { VirtualList } from '../parts/virtual-list.js'
import { Words } from '../parts/words.js'
import { useRoom } from '../room.js'
import { fallOf, offOf } from '../stemma/fall.js'
import { graphOf, mainPart } from '../stemma/graph.js'
import { boxHeight, boxWidth, curve, layOut } from '../stemma/layout.js'

const kinds = [
  ['credits', 'named as the source'],
  ['same-source', 'the same source'],
  ['rewrites', 'shared words'],
] as const

/** Who has it from whom: witnesses on top, then those who relay, reports at the foot. A source can be switched off. */
export function StemmaView(): ComponentChildren {
  const { story, route, link } = useRoom()
  const off = useMemo(() => offOf(route), [route['off']])
  const whole = useMemo(() => graphOf(story), [story])
  const graph = useMemo(
    () => (route['all'] === undefined ? mainPart(whole, 16, new Set(off)) : whole),
    [whole, route['all'], off],
  )
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const layout = useMemo(() => layOut(graph), [graph])
  const fall = useMemo(() => fallOf(story.findings, off), [story, off])
  const chosen = route['edge']
  const name = (id: string): string => story.reports.get(id)?.outlet ?? voiceName(id, undefined, story)
  const alive = ({
    claims,
    statements,
  }: {
    readonly claims: ReadonlySet<string>
    readonly statements: readonly string[]
  }): number =>
    off.length === 0
      ? claims.size
      : new Set(statements.filter((id) => fall.standing.has(id)).map((id) => story.claimOf.get(id)?.id)).size
  const edges = [...graph.edges].sort((a, b) => b.claims.size - a.claims.size)
  // Those who relay too, and those not drawn; a menu of more than 300 helps nobody.
  const voices = useMemo(
    () =>
      [...whole.nodes.values()]
        .filter(({ id, claims }) => story.entities.has(id) && claims.size > 0 && !off.includes(id))
        .sort((a, b) => b.claims.size - a.claims.size)
        .slice(0, 300),
    [whole, story, off],
  )
  const hidden = whole.nodes.size - graph.nodes.size

  return (
    <div class="stemma">
      <h1>Stemma</h1>
      <p class="lede small">
        Witnesses stand on top, those who relay below them, the reports at the foot. The thicker a line, the more claims
        went that way. Choose a line for its words, a name to see what hangs on it.
      </p>
      <p class="legend">
        {kinds.map(([kind, words]) => (
          <span class={`stroke is-${kind}`}>{words}</span>
        ))}
      </p>
      {voices.length > 0 && (
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label>
            What falls without
            <select
              value=""
              onChange={(event) => {
                const { value } = event.currentTarget
                if (value !== '') location.hash = link({ off: [...off, value].join(',') })
              }}
            >
              <option value="">choose a name</option>
              {voices.map((node) => (
                <option value={node.id}>{node.name.slice(0, 60)}</option>
              ))}
            </select>
          </label>
        </form>
      )}
      <div role="status">
        {off.length > 0 && (
          <div class="fall">
            <p>
              Without{' '}
              {off.map((id, i) => (
                <>
                  {i > 0 && ' and '}
                  <b>
                    <Words text={name(id)} />
                  </b>
                </>
              ))}
              , <b>{fall.fallen.size}</b> of {story.findings.claims.length} claims{' '}
              {fall.fallen.size === 1 ? 'falls' : 'fall'}
              {fall.weakened.size > 0 && (
                <>
                  {' '}
                  and <b>{fall.weakened.size}</b> {fall.weakened.size === 1 ? 'loses' : 'lose'} a witness
                </>
              )}
              .
            </p>
            <p>
              {off.map((id) => (
                <a class="button" href={link({ off: off.filter((one) => one !== id).join(',') })}>
                  Switch <Words text={name(id)} /> on again
                </a>
              ))}
            </p>
          </div>
        )}
      </div>
      {off.length > 0 && fall.fallen.size > 0 && <Fallen key={route['off']} fallen={fall.fallen} />}
      {graph.edges.length === 0 ? (
        <p class="empty">No report names anyone it has its news from, so there is no tree to draw.</p>
      ) : (
        <div
          ref={frame}
          class="stemma-frame"
          tabIndex={0}
          role="group"
          aria-label="The stemma as a drawing; the same stands below as a list"
        >
          <svg
            width={Math.max(layout.width * 0.86, Math.min(layout.width, width))}
            viewBox={`0 0 ${layout.width} ${layout.height}`}
          >
            {graph.edges.map((edge) => {
              const left = alive(edge)
              const gone = edge.claims.size > 0 && left === 0
              const d = curve(layout.ways.get(edge.id)!)
              const label = `${nodeName(graph, edge.from)} to ${nodeName(graph, edge.to)}: ${edge.claims.size} ${edge.claims.size === 1 ? 'claim' : 'claims'}`
              const middle = layout.ways.get(edge.id)!
              const [a, b] = [
                middle[Math.floor((middle.length - 1) / 2)]!,
                middle[Math.ceil(middle.length / 2)] ?? middle.at(-1)!,
              ]
              return (
                <a
                  class={`edge is-${edge.kind}${gone ? ' is-gone' : ''}${chosen === edge.id ? ' is-selected' : ''}`}
                  href={link({ edge: edge.id })}
                >
                  <title>{label}</title>
                  <path class="reach" d={d} />
                  <path class="line" d={d} stroke-width={Math.min(12, 1 + Math.sqrt(left || edge.claims.size))} />
                  {edge.claims.size > 0 && (
                    <text aria-hidden="true" x={(a.x + b.x) / 2} y={(a.y + b.y) / 2}>
                      {left}
                    </text>
                  )}
                </a>
              )
            })}
            {[...graph.nodes.values()].map((node) => {
              const at = layout.places.get(node.id)!
              const left = alive(node)
              const gone = off.includes(node.id) || (node.claims.size > 0 && left === 0)
              const label = `${node.name}, ${node.kind}, ${node.claims.size} ${node.claims.size === 1 ? 'claim' : 'claims'}`
              return (
                <a
                  class={`node is-${node.kind}${gone ? ' is-gone' : ''}${chosen === node.id ? ' is-selected' : ''}`}
                  href={link({ edge: node.id })}
                >
                  <title>{label}</title>
                  <rect
                    x={at.x - boxWidth / 2}
                    y={at.y - boxHeight / 2}
                    width={boxWidth}
                    height={boxHeight}
                    rx={node.kind === 'witness' ? 20 : 2}
                  />
                  <text aria-hidden="true" x={at.x} y={at.y - 2}>
                    {shortName(node.name)}
                  </text>
                  <text aria-hidden="true" class="count" x={at.x} y={at.y + 13}>
                    {left === node.claims.size ? left : `${left} of ${node.claims.size}`}
                  </text>
                </a>
              )
            })}
          </svg>
        </div>
      )}
      {hidden > 0 && (
        <p class="meta">
          {hidden} {hidden === 1 ? 'name' : 'names'} with fewer claims {hidden === 1 ? 'is' : 'are'} not drawn.{' '}
          <a href={link({ all: '1' })}>Draw everything</a>
        </p>
      )}
      {edges.length > 0 && (
        <section>
          <h2>The same as a list</h2>
          <VirtualList items={edges} rowHeight={44} label="Who has it from whom" keyOf={(edge) => edge.id}>
            {(edge) => (
              <a class="edge-row" href={link({ edge: edge.id })} aria-current={chosen === edge.id ? 'true' : undefined}>
                <span class="clip">
                  <bdi>{nodeName(graph, edge.to)}</bdi>
                  <span aria-hidden="true"> ← </span>
                  <span class="only-heard"> from </span>
                  <bdi>{nodeName(graph, edge.from)}</bdi>
                </span>
                <span class="standing-words">
                  {edge.claims.size === 0
                    ? kinds.find(([kind]) => kind === edge.kind)?.[1]
                    : `${alive(edge)} ${alive(edge) === 1 ? 'claim' : 'claims'}`}
                </span>
              </a>
            )}
          </VirtualList>
        </section>
      )}
    </div>
  )
}

// The claims that fall stand above the drawing, which fills the window: what was asked for must not be out of sight.
function Fallen({ fallen }: { readonly fallen: ReadonlySet<string> }): ComponentChildren {
  const { story, link } = useRoom()
  const [most, setMost] = useState(8)
  const left = fallen.size - most
  return (
    <section>
      <h2>What falls</h2>
      <p class="meta">
        What rests on this word alone, and what is left with reports that do not say from whom they have it.
      </p>
      <ol class="rows">
        {story.findings.claims
          .filter((claim) => fallen.has(claim.id))
          .slice(0, most)
          .map((claim) => (
            <li>
              <a href={link({ view: 'claims', claim: claim.id })}>
                <Words text={claim.gist} />
              </a>
            </li>
          ))}
      </ol>
      {left > 0 && (
        <p>
          <button type="button" onClick={() => setMost(most + 200)}>
            Show {Math.min(200, left)} more
          </button>
        </p>
      )}
    </section>
  )
}

function nodeName(graph: ReturnType<typeof graphOf>, id: string): string {
  return graph.nodes.get(id)?.name ?? id
}

// Cut to what a box holds: capitals are counted wider, as no one knows the font beforehand.
function shortName(name: string): string {
  const plain = name.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '·')
  let room = boxWidth - 24
  for (const [i, letter] of [...plain.slice(0, 60)].entries()) {
    room -= /[\p{Lu}mw@%]/u.test(letter) ? 9 : letter === ' ' ? 3.5 : 6.3
    if (room < 0)
      return `${[...plain]
        .slice(0, Math.max(1, i - 1))
        .join('')
        .trimEnd()}…`
  }
  return plain
}
