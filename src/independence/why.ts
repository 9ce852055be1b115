import type { Entity } from '../model/findings.js'
import type { Access } from './own-word.js'
import type { PassedOver } from './passed-over.js'
import type { WeighedWitness } from './witnesses.js'

/** What the sentence needs to name things. */
export interface Naming {
  readonly entity: (id: string) => Entity | undefined
  /** "r2", or the outlet where it is known. */
  readonly report: (id: string) => string
}

/**
 * The sentence under a count: who the witnesses are, what was folded into one, and what the texts do not tell.
 *
 * "4 reports, 1 witness: Emil Lindgard, through Nadia Fenwright and Ansel Dray."
 */
export function whyOf(witnesses: readonly WeighedWitness[], independent: number | null, naming: Naming): string {
  const reports = [...new Set(witnesses.flatMap((w) => w.reports))]
  const count = `${reports.length} ${reports.length === 1 ? 'report' : 'reports'}`
  const known = witnesses.filter((w) => w.known)
  const silent = [
    ...new Set(witnesses.filter((w) => !w.known && w.passedOver === null).flatMap((w) => w.reports)),
  ].filter((r) => !known.some((w) => w.reports.includes(r)))
  if (known.length === 0) return nobodyNamed(reports, count, independent, naming)
  const head = `${count}, ${known.length} ${known.length === 1 ? 'witness' : 'witnesses'}: ${listed([...known.filter((w) => w.access === null).map((w) => described(w, naming)), ...onTheirOwnWord(known, naming)])}`
  const unsaid =
    silent.length === 0
      ? ''
      : `; ${listed(silent.map(naming.report))} ${silent.length === 1 ? 'does' : 'do'} not say where ${silent.length === 1 ? 'it has' : 'they have'} it from`
  const uncounted = witnesses.flatMap(({ passedOver, voices, reports }) =>
    passedOver === null ? [] : [`${callerOf(voices, reports, naming)} (${reasons[passedOver]})`],
  )
  return `${head}${unsaid}${uncounted.length === 0 ? '' : `; not counted: ${listed(uncounted)}`}.`
}

const reasons: Readonly<Record<PassedOver, string>> = {
  hearer: 'tells that another spoke',
  contrary: 'says the contrary',
  'other doer': 'tells it of somebody else',
  'in passing': 'does not say so outright',
  doubtful: 'perhaps does not say so',
  'other words': 'tells it in other words',
  faint: 'may be anyone',
}

function callerOf([voice]: readonly string[], reports: readonly string[], naming: Naming): string {
  return voice === undefined ? listed(reports.map(naming.report)) : nameOf(naming.entity(voice), voice)
}

function nobodyNamed(reports: readonly string[], count: string, independent: number | null, naming: Naming): string {
  if (reports.length === 1) return `Only ${naming.report(reports[0]!)} has it and does not say from whom.`
  if (independent === 1)
    return `${count} with one text behind them, and none says from whom it has it: one witness at most.`
  return `${count}, and none says from whom it has it, so the witnesses cannot be counted.`
}

/** "r1, r2 and r4, each of what happened in public": the reports that know it of themselves, by how they do. */
function onTheirOwnWord(known: readonly WeighedWitness[], naming: Naming): string[] {
  return Object.entries(ownKnowledge).flatMap(([access, how]) => {
    const own = known.filter((w) => w.access === access)
    const texts = own.map(
      ({ reports }) => listed(reports.map(naming.report)) + (reports.length > 1 ? ' (one text)' : ''),
    )
    return own.length === 0 ? [] : [`${listed(texts)}, ${own.length > 1 ? 'each ' : ''}${how}`]
  })
}

const ownKnowledge: Readonly<Record<Access, string>> = {
  'saw it': 'which saw it',
  'public occasion': 'of what happened in public',
  'act of state': 'of what a government did in public',
  'public record': 'of an office that all can look up',
}

function described(witness: WeighedWitness, naming: Naming): string {
  const name = (id: string) => nameOf(naming.entity(id), id)
  const [root = '', ...others] = witness.voices.filter(
    (v) => !witness.secondHand.includes(v) && !witness.sameWords.includes(v),
  )
  const also =
    witness.sameWords.length > 0 ? ` (the same words are given to ${listed(witness.sameWords.map(name))})` : ''
  const through = `${also}${witness.secondHand.length > 0 ? `, through ${listed(witness.secondHand.map(name))}` : ''}`
  if (witness.body !== null && others.length > 0) {
    return `${bodyName(witness.body)} (${listed([root, ...others].map(name))} speak for one body)${through}`
  }
  return `${name(root)}${others.length > 0 ? ` (also as ${listed(others.map(name))})` : ''}${through}`
}

function bodyName(body: string): string {
  return /^(?:police|government)\b/.test(body) ? `the ${body}` : body.replace(/(?:^|\s)\p{L}/gu, (c) => c.toUpperCase())
}

function nameOf(entity: Entity | undefined, id: string): string {
  const name = (entity?.name ?? id).replace(/\s+/g, ' ')
  return name.length > 60 ? `${name.slice(0, 57)}…` : name
}

function listed(names: readonly string[]): string {
  const all = [...new Set(names)]
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
