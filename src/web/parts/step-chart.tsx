import { scaleLinear } from 'd3-scale'
import type { ComponentChildren } from 'preact'
import type { Conflict } from '../../model/findings.js'
import { dateInWords, extentOf } from '../../presentation/dates.js'
import type { Story } from '../../presentation/story.js'
import { useRoom } from '../room.js'

interface Step {
  readonly value: number
  readonly label: string
  readonly published: string
  readonly at: number
}

/** A growing figure as steps by time of publication. Nothing is drawn where fewer than two sides have a figure and a date. */
export function StepChart({ conflict }: { readonly conflict: Conflict }): ComponentChildren {
  const { story } = useRoom()
  const steps = stepsOf(conflict, story)
  if (steps.length < 2) return null
  const [width, height, left, foot] = [560, 120, 30, 26]
  const x = scaleLinear([steps[0]!.at, steps.at(-1)!.at], [left, width - 110])
  const y = scaleLinear([0, Math.max(...steps.map((step) => step.value))], [height - foot, 22])
  const path = steps
    .map((step, i) => (i === 0 ? `M${x(step.at)} ${y(step.value)}` : `H${x(step.at)}V${y(step.value)}`))
    .join('')
  const words = steps.map((step) => `${step.label} (${dateInWords(step.published)})`).join(', then ')
  return (
    <svg class="step-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`The figure over time: ${words}`}>
      <path class="axis" d={`M${left} ${height - foot}H${width - 10}`} />
      <path class="step" d={`${path}H${width - 60}`} />
      {steps.map((step) => (
        <g>
          <circle cx={x(step.at)} cy={y(step.value)} r="4" />
          <text class="figure" x={x(step.at)} y={y(step.value) - 8}>
            {step.label}
          </text>
        </g>
      ))}
      {steps.map((step, i) => (
        <text class="tick" x={Math.max(x(step.at), i === 0 ? 0 : x(steps[i - 1]!.at) + 120)} y={height - 6}>
          {dateInWords(step.published)}
        </text>
      ))}
    </svg>
  )
}

/** The sides of an update with a figure and a publication date, the earliest first. */
export function stepsOf(conflict: Conflict, story: Story): Step[] {
  return conflict.sides
    .flatMap((side) => {
      const numbers = side.statements.flatMap((id) => story.statements.get(id)?.numbers ?? [])
      const inGist = /\d[\d,]*(?:\.\d+)?/.exec(side.gist)?.[0].replaceAll(',', '')
      const value = Number(inGist ?? /\d+(?:\.\d+)?/.exec(numbers[0]?.value ?? '')?.[0] ?? Number.NaN)
      const dated = side.evidence
        .flatMap((span) => story.reports.get(span.report)?.published ?? [])
        .flatMap((published) => {
          const at = extentOf(published)?.from
          return at === undefined || !Number.isFinite(at) ? [] : [{ published, at }]
        })
        .sort((a, b) => a.at - b.at)
      const [first] = dated
      return Number.isNaN(value) || first === undefined ? [] : [{ value, label: String(value), ...first }]
    })
    .sort((a, b) => a.at - b.at || a.value - b.value)
}
