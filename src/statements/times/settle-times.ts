import type { PlainStatement, VoicedAttribution } from '../../model/statements.js'
import type { When } from '../../model/when.js'
import { namesThing } from '../clauses/circumstances.js'
import type { ParsedReport } from '../parsed-report.js'
import type { Tree } from '../trees.js'
import { beforeOrAfter } from './before-after.js'
import { findDatedSayings, statementsOfSayings } from './dated-sayings.js'
import { frontedDate } from './fronted-dates.js'
import { stillGoing, withLength } from './lengths.js'
import { looseDate } from './loose-dates.js'
import { byNamedEvent, findNamedEvents } from './named-events.js'
import type { PlacedStatement, Telling } from './placed.js'
import { isSpeakersDay } from './quoted-days.js'
import { stateAtSaying } from './state-at-saying.js'
import { toldNext } from './told-next.js'

/**
 * Statements with the dates that words outside their clauses lend them, and one more statement for each saying
 * that is dated. What stands in a statement's own clause is left as it is. A lent date knows nothing (`known` is empty)
 * and its words are those it was lent by.
 */
export function settleTimes(
  statements: readonly PlainStatement[],
  attributions: readonly VoicedAttribution[],
  parsed: ParsedReport,
): PlainStatement[] {
  const sayings = findDatedSayings(attributions, parsed)
  const all = [...statements, ...statementsOfSayings(sayings, statements, attributions, parsed)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  const whens = all.map(({ when }) => when)
  const telling = tellingOf(all, whens, attributions, parsed)
  const used = new Set([...whens.flatMap((when) => when?.start ?? []), ...sayings.map(({ time }) => time.start)])
  const loose = parsed.reading.times.filter(
    (time) =>
      time.edtf !== null &&
      (time.kind === 'date' || time.kind === 'time') &&
      !used.has(time.start) &&
      !namesThing(parsed.trees[time.sentence]!, time),
  )
  const events = findNamedEvents(parsed)
  const said = new Map(sayings.map(({ attribution, time }) => [attribution, time]))
  const saidWhen = (attribution: number): When | null => {
    const time = said.get(attribution)
    return time?.edtf ? { edtf: time.edtf, known: time.known, start: time.start, end: time.end } : null
  }
  const isDatedSpeech = (voice: number) => said.has(voice) && attributions[voice]!.kind !== 'agentless'
  for (const [i, when] of whens.entries())
    if (when && isSpeakersDay(when, attributions, isDatedSpeech, parsed)) whens[i] = null
  telling.placed.forEach((placed, i) => {
    whens[i] ??= looseDate(placed, loose, telling) ?? frontedDate(i, telling)
  })
  const ordered = (placed: PlacedStatement): When | null => {
    const when = beforeOrAfter(placed, telling) ?? byNamedEvent(placed, events)
    return when && withLength(when, placed, telling)
  }
  telling.placed.forEach((placed, i) => {
    whens[i] ??=
      ordered(placed) ??
      stateAtSaying(placed, attributions, saidWhen) ??
      stillGoing(placed, telling) ??
      toldNext(i, telling)
  })
  return all.map((statement, i) => ({ ...statement, when: whens[i] ?? null }))
}

function tellingOf(
  statements: readonly PlainStatement[],
  whens: readonly (When | null)[],
  attributions: readonly VoicedAttribution[],
  parsed: ParsedReport,
): Telling {
  const startOf = (statement: PlainStatement) => statement.because.spans[0]?.start ?? statement.start
  const starts = new Set(statements.map(startOf))
  const places = new Map<number, { readonly tree: Tree; readonly token: number }>()
  for (const tree of parsed.trees) {
    tree.tokens.forEach(({ start }, token) => {
      if (starts.has(start)) places.set(start, { tree, token })
    })
  }
  const placed = statements.map((statement): PlacedStatement => {
    const place = places.get(startOf(statement)) ?? {
      tree: parsed.trees[0]!,
      token: 0,
    }
    return { statement, tree: place.tree, predicate: place.token }
  })
  const index = new Map(placed.map(({ tree, predicate }, i) => [`${tree.sentence.index} ${predicate}`, i]))
  return {
    parsed,
    attributions,
    placed,
    at: (tree, predicate) => index.get(`${tree.sentence.index} ${predicate}`),
    when: (i) => whens[i] ?? null,
  }
}
