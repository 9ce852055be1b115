import { distance } from 'fastest-levenshtein'
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

const metric: Readonly<Record<string, readonly [string, number]>> = {
  km: ['length', 1000],
  kilometre: ['length', 1000],
  kilometer: ['length', 1000],
  m: ['length', 1],
  metre: ['length', 1],
  meter: ['length', 1],
  mile: ['length', 1609],
  mi: ['length', 1609],
  foot: ['length', 0.3048],
  feet: ['length', 0.3048],
  ft: ['length', 0.3048],
  yard: ['length', 0.9144],
  kg: ['weight', 1],
  kilo: ['weight', 1],
  kilogram: ['weight', 1],
  pound: ['weight', 0.4536],
  lb: ['weight', 0.4536],
  hectare: ['area', 10000],
  acre: ['area', 4047],
}

/** Two measures side by side that ought to be one, and are more than a sixth apart. */
function wrongConversions(readings: readonly Reading[]): SharedSlip[] {
  const found = new Map<string, Span[]>()
  for (const { report, numbers } of readings) {
    for (let i = 0; i + 1 < numbers.length; i++) {
      const [a, b] = [numbers[i]!, numbers[i + 1]!]
      const [of, one] = metric[a.unit?.toLowerCase() ?? ''] ?? []
      const [other, two] = metric[b.unit?.toLowerCase() ?? ''] ?? []
      const between = report.text.slice(a.end, b.start)
      if (
        of === undefined ||
        of !== other ||
        a.unit === b.unit ||
        !/^[\s\p{L}]{0,12}(?:\(|,? or |\[|\/)[\s\p{L}]{0,6}$/u.test(between)
      )
        continue
      const ratio = (Number(a.value.replace('~', '')) * one!) / (Number(b.value.replace('~', '')) * two!)
      if (!(ratio > 0) || (ratio > 5 / 6 && ratio < 6 / 5)) continue
      const key = `${a.value} ${one} ${b.value} ${two}`
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
