import type { Tie } from '../model/alignment.js'
import type { Statement, Witness } from '../model/findings.js'
import { joined } from '../model/joined.js'
import type { Access } from './own-word.js'
import { type Draft, type PassedOver, passedOver } from './passed-over.js'
import { type PlaceAmongWitnesses, type Placed, placesOf } from './places.js'
import { saidInSameWords } from './same-words.js'
import type { Sources } from './sources.js'

/** A witness with what a reader must be told about it. */
export interface WeighedWitness extends Witness {
  readonly reports: readonly string[]
  /** "the police", where voices were joined because they speak for one body. */
  readonly body: string | null
  /** Voices that only pass on what the root told them. */
  readonly secondHand: readonly string[]
  /** Voices to whom other reports give the root's very words. */
  readonly sameWords: readonly string[]
  readonly passedOver: PassedOver | null
  readonly access: Access | null
}

/**
 * Tells the witnesses of one claim apart: every statement is followed along its chain to the innermost voice that is somebody,
 * from there to the one it has it from, and on to the body it speaks for; what comes out alike is one witness.
 * `sureTies` say which statements surely tell the same; without them all do, as where a person joined them.
 */
export function witnessesOf(
  members: readonly Statement[],
  sources: Sources,
  sureTies?: readonly Tie[],
): WeighedWitness[] {
  const places = placesOf(members, sources)
  const { keyOf, sameWords } = onePlace(places, sources)
  const carriers = new Set(members.map((m) => m.report))
  const drafts = new Map<string, Draft>()
  for (const { statement, place } of places) {
    const key = keyOf(place.key)
    const draft = drafts.get(key) ?? emptyDraft(place, sources)
    drafts.set(key, draft)
    if (place.voice !== null) {
      const source = place.root ?? place.voice
      draft.voices.set(source, (draft.voices.get(source) ?? 0) + 1)
      if (source !== place.voice) draft.secondHand.add(place.voice)
    }
    draft.reports.add(statement.report)
    draft.isSpeaker ||= place.speaks
    const root = place.voice === null ? [] : [sources.standsFor(place.root ?? place.voice)]
    const mouths = statement.chain.filter((link) => link !== 'outlet' && sources.standing(link) !== 'nobody').reverse()
    const taken = sources.takenFrom(statement.report).filter((from) => carriers.has(from))
    draft.statements.push({ id: statement.id, through: [...new Set([...root, ...mouths, ...taken])] })
    draft.told.push(statement)
  }
  const ordered = [...drafts].sort(byKey).map(([, d]) => d)
  const spoken = places.filter(({ place }) => place.speaks).length * 2 >= places.length
  const uncounted = passedOver(ordered, spoken, sources, sureTies)
  return ordered.map((d) => {
    const voices = [...d.voices].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([v]) => v)
    const secondHand = [...d.secondHand].filter((v) => !d.voices.has(v)).sort()
    const party = voices[0] === undefined ? null : sources.parties.of(voices[0])
    return {
      known: d.known && !uncounted.has(d),
      voices: [...new Set([...voices.map(sources.standsFor), ...voices, ...secondHand])],
      statements: d.statements,
      reports: [...d.reports],
      body: d.body,
      secondHand,
      sameWords: voices.filter((v) => sources.parties.of(v) !== party && sameWords.has(v)),
      passedOver: uncounted.get(d) ?? null,
      access: d.access,
    }
  })
}

function emptyDraft({ known, voice, root, access, speaks }: PlaceAmongWitnesses, sources: Sources): Draft {
  const body = voice === null ? null : sources.parties.body(sources.parties.of(root ?? voice))
  return {
    known,
    body,
    access,
    isSpeaker: speaks,
    voices: new Map(),
    secondHand: new Set(),
    statements: [],
    told: [],
    reports: new Set(),
  }
}

/**
 * Two roots that were heard through one mouth are one witness: "a dockworker said the light was out" and "a dockworker said
 * the captain had told him so" both hang on the dockworker. Outlets are no such mouths: two people may well tell one paper.
 * So are two who are given the very same words, and a voice without a name beside one that may be its name.
 */
function onePlace(
  places: readonly Placed[],
  sources: Sources,
): { readonly keyOf: (key: string) => string; readonly sameWords: ReadonlySet<string> } {
  const voiced = places.filter((p) => p.place.voice !== null)
  const roots = new Map(voiced.map((p) => [p.place.key, p.place.root ?? p.place.voice!]))
  const { join, setOf } = joined()
  for (const { statement, place } of voiced)
    for (const link of statement.chain) {
      const mouth = `1 ${sources.parties.of(link)}`
      if (link !== 'outlet' && !sources.isOutlet(link) && roots.has(mouth)) join(mouth, place.key)
    }
  const alike = saidInSameWords(voiced.map((p) => sources.spoken(p.statement)))
  for (const [a, b] of alike) join(voiced[a]!.place.key, voiced[b]!.place.key)
  for (const [key, voice] of roots) {
    const named = [...roots].filter(([other, name]) => other !== key && sources.mayBe(voice, name))
    // Of two hospitals it may be either.
    if (named.length === 1) join(named[0]![0], key)
  }
  return { keyOf: setOf, sameWords: new Set(alike.flat().map((at) => roots.get(voiced[at]!.place.key)!)) }
}

/**
 * How many witnesses that makes. Those that are known are counted, and the rest may be their echo. Where none is known,
 * one text is at most one witness, and several may be one or many: null.
 */
export function countWitnesses(witnesses: readonly Witness[]): number | null {
  const known = witnesses.filter((w) => w.known).length
  if (known > 0) return known
  return witnesses.length === 1 ? 1 : null
}

/** The ids a claim goes back to: the root of each witness, "outlet" where a report speaks on its own word; those that count come first. */
export function rootsOf(witnesses: readonly Witness[]): string[] {
  const roots = (some: readonly Witness[]) => some.map((w) => w.voices[0] ?? 'outlet').sort()
  return [...new Set([...roots(witnesses.filter((w) => w.known)), ...roots(witnesses.filter((w) => !w.known))])]
}

function byKey(a: readonly [string, Draft], b: readonly [string, Draft]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}
