import { distance } from 'fastest-levenshtein'
import { measureOf } from '../../knowledge/measures.js'
import type { Reading } from '../../model/reading.js'
import type { Span } from '../../model/span.js'

/** Something odd that two reports share and others have otherwise. */
export interface SharedSlip {
  readonly reports: readonly string[]
  readonly spans: readonly Span[]
  /** "12 km (9 miles)", "Lingard": as the reports write it. */
  readonly words: string
  /** Whether it is wrong by its own measure, and not just unlike what others write. */
  readonly wrong: boolean
}

/**
 * "12 km (9 miles)" in two reports, "Lingard" in two where others write "Lindgard".
 *
 * The shared errors of textual criticism (Lachmann): two that agree on the truth may have it each from the event,
 * two that agree on a slip have it from each other or from a third.
 */
export function findSharedSlips(readings: readonly Reading[]): SharedSlip[] {
  return [...wrongConversions(readings), ...variantSpellings(readings)]
}

/** Two measures side by side that ought to be one, and are more than a sixth apart. */
function wrongConversions(readings: readonly Reading[]): SharedSlip[] {
  const found = new Map<string, Span[]>()
  for (const { report, numbers } of readings) {
    for (let i = 0; i + 1 < numbers.length; i++) {
      const [a, b] = [numbers[i]!, numbers[i + 1]!]
      const [one, two] = [measureOf(a.unit), measureOf(b.unit)]
      const between = report.text.slice(a.end, b.start)
      if (
        one === undefined ||
        two === undefined ||
        one.dimension !== two.dimension ||
        a.unit === b.unit ||
        !/^[\s\p{L}]{0,12}(?:\(|,? or |\[|\/)[\s\p{L}]{0,6}$/u.test(between)
      )
        continue
      const ratio = (Number(a.value.replace('~', '')) * one.size) / (Number(b.value.replace('~', '')) * two.size)
      if (!(ratio > 0) || (ratio > 5 / 6 && ratio < 6 / 5)) continue
      const key = `${a.value} ${a.unit} ${b.value} ${b.unit}`
      found.set(key, [...(found.get(key) ?? []), { report: report.id, start: a.start, end: b.end }])
    }
  }
  const texts = new Map(readings.map((r) => [r.report.id, r.report.text]))
  return shared(
    [...found.values()].map((spans) => ({
      spans,
      words: texts.get(spans[0]!.report)!.slice(spans[0]!.start, spans[0]!.end),
      wrong: true,
    })),
  )
}

/** Spellings of a name that differ by one letter between reports, where no report uses both. */
function variantSpellings(readings: readonly Reading[]): SharedSlip[] {
  const places = new Map<string, Span[]>()
  for (const { report, sentences } of readings) {
    for (const { tokens, kind } of sentences) {
      if (kind === 'furniture') continue
      for (const { form, upos, start, end } of tokens) {
        if (upos !== 'PROPN' || form.length < 6 || !/^\p{Lu}\p{Ll}+$/u.test(form)) continue
        const list = places.get(form)
        const span = { report: report.id, start, end }
        if (list) list.push(span)
        else places.set(form, [span])
      }
    }
  }
  const byStem = new Map<string, string[]>()
  for (const form of [...places.keys()].sort()) {
    // Spellings one letter apart share their first three letters or their last three.
    for (const stem of [`< ${form.slice(0, 3)}`, `> ${form.slice(-3)}`])
      byStem.set(stem, [...(byStem.get(stem) ?? []), form])
  }
  const variants = new Set<string>()
  for (const forms of byStem.values()) {
    if (forms.length > 40) continue
    for (const a of forms)
      for (const b of forms) {
        if (a >= b || distance(a, b) !== 1 || `${a}s` === b || `${b}s` === a) continue
        const inA = new Set(places.get(a)!.map((s) => s.report))
        if (places.get(b)!.some((s) => inA.has(s.report))) continue
        variants.add(a).add(b)
      }
  }
  return shared(
    [...variants].sort().map((form) => ({ spans: firstOfEach(places.get(form)!), words: form, wrong: false })),
  )
}

function firstOfEach(spans: readonly Span[]): Span[] {
  return [...new Map([...spans].reverse().map((s) => [s.report, s])).values()].reverse()
}

function shared(slips: readonly { spans: readonly Span[]; words: string; wrong: boolean }[]): SharedSlip[] {
  return slips
    .map(({ spans, words, wrong }) => ({ spans, words, wrong, reports: [...new Set(spans.map((s) => s.report))] }))
    .filter(({ reports }) => reports.length > 1)
}
