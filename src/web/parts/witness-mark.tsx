import type { ComponentChildren } from 'preact'
import { standingWords } from '../../presentation/story.js'

/**
 * The mark of the product: a dot for every report that carries a claim, over a stem for every independent witness.
 * A hollow stem stands where the witnesses cannot be told; a notched edge says that the claim is disputed.
 */
export function WitnessMark({
  reports,
  independent,
  disputed = false,
  large = false,
}: {
  readonly reports: number
  readonly independent: number | null
  readonly disputed?: boolean
  readonly large?: boolean
}): ComponentChildren {
  const dots = Math.min(reports, 7)
  const stems = independent === null || independent < 1 ? 0 : Math.min(independent, 7)
  const width = 44
  const at = (i: number, n: number): number => width / 2 + (i - (n - 1) / 2) * Math.min(6, 36 / Math.max(n, 1))
  const kind = stems >= 2 ? 'several' : stems === 1 ? 'one' : 'unknown'
  const label = `${standingWords(reports, independent)}${disputed ? ', disputed' : ''}`
  return (
    <svg
      class={`witness-mark is-${kind}${large ? ' is-large' : ''}`}
      viewBox={`0 0 ${width} 30`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {Array.from({ length: dots }, (_, i) => (
        <circle cx={at(i, dots)} cy="6" r={dots > 6 ? 2 : 2.4} />
      ))}
      {reports > dots && <path class="more" d="M41 6h3M42.5 4.5v3" />}
      {stems === 0 ? (
        <rect class="hollow" x={width / 2 - 2} y="12" width="4" height="15" rx="1" />
      ) : (
        Array.from({ length: stems }, (_, i) => (
          <rect x={at(i, stems) - 1.6} y="11.5" width="3.2" height="16" rx=".6" />
        ))
      )}
      {disputed && <path class="notch" d="M2 11l4 4-4 4 4 4-4 4" />}
    </svg>
  )
}
