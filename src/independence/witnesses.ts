import type { Statement, Witness } from '../model/findings.js'
import type { Access } from './own-word.js'
import type { Parties } from './parties.js'
import type { SecondHand } from './second-hand.js'

/** What is known of the story before a claim's witnesses are told apart. */
export interface Sources {
  readonly parties: Parties
  readonly secondHand: SecondHand
  readonly access: (statement: Statement) => Access | null
  /** A key that reports share when one text stands behind them. */
  readonly textOf: (report: string) => string
  /** Reports that a report takes its text from. */
  readonly takenFrom: (report: string) => readonly string[]
  readonly standing: (voice: string) => Standing
  readonly isOutlet: (voice: string) => boolean
  /** The reports of the story that an outlet published. */
  readonly reportsOf: (outlet: string) => readonly string[]
  /** Who speaks, where the statement itself is that somebody says, denies or demands something. */
  readonly speaks: (statement: Statement) => string | null
}

/** What a link of a chain is worth: somebody with a name, somebody described ("a dockworker"), a thing that was read or seen, or nobody. */
export type Standing = 'named' | 'described' | 'thing' | 'nobody'

/** A witness with what a reader must be told about it. */
export interface WeighedWitness extends Witness {
  readonly reports: readonly string[]
  /** "the police", where voices were joined because they speak for one body. */
  readonly body: string | null
  /** Voices that only pass on what the root told them. */
  readonly secondHand: readonly string[]
  readonly access: Access | null
}

interface Draft {
  readonly known: boolean
  readonly body: string | null
  readonly access: Access | null
  readonly root: string | null
  readonly voices: Map<string, number>
  readonly secondHand: Set<string>
  readonly statements: { id: string; through: string[] }[]
  readonly reports: Set<string>
}

/**
 * Tells the witnesses of one claim apart: every statement is followed along its chain to the innermost voice that is somebody,
 * from there to the one it has it from, and on to the body it speaks for; what comes out alike is one witness.
 */
export function witnessesOf(members: readonly Statement[], sources: Sources): WeighedWitness[] {
  const drafts = new Map<string, Draft>()
  const carriers = new Set(members.map((s) => s.report))
  for (const statement of members) {
    const place = placeOf(statement, sources, carriers)
    const draft: Draft = drafts.get(place.key) ?? {
      known: place.known,
      body: place.voice === null ? null : sources.parties.body(sources.parties.of(place.root ?? place.voice)),
      access: place.access,
      root: place.root,
      voices: new Map(),
      secondHand: new Set(),
      statements: [],
      reports: new Set(),
    }
    drafts.set(place.key, draft)
    if (place.voice !== null) {
      draft.voices.set(place.root ?? place.voice, (draft.voices.get(place.root ?? place.voice) ?? 0) + 1)
      if (place.root !== null && place.root !== place.voice) draft.secondHand.add(place.voice)
    }
    draft.reports.add(statement.report)
    const through = new Set([
      ...statement.chain.filter((link) => link !== 'outlet'),
      ...(place.root === null ? [] : [place.root]),
      ...(place.voice === null ? sources.takenFrom(statement.report) : []),
    ])
    draft.statements.push({ id: statement.id, through: [...through].sort() })
  }
  return [...drafts].sort(byKey).map(([, d]) => ({
    known: d.known,
    voices: [
      ...[...d.voices].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([v]) => v),
      ...[...d.secondHand].sort(),
    ],
    statements: d.statements,
    reports: [...d.reports],
    body: d.body,
    secondHand: [...d.secondHand].sort(),
    access: d.access,
  }))
}

/** The party a statement goes back to, as a key; null where nobody is named. */
export function rootKey(statement: Statement, sources: Sources): string | null {
  const { voice, root } = placeOf(statement, sources, new Set())
  return voice === null ? null : sources.parties.of(root ?? voice)
}

interface PlaceAmongWitnesses {
  readonly key: string
  readonly known: boolean
  /** The innermost voice that is somebody. */
  readonly voice: string | null
  /** Whom that voice has it from, where it is not itself the root. */
  readonly root: string | null
  readonly access: Access | null
}

function placeOf(statement: Statement, sources: Sources, carriers: ReadonlySet<string>): PlaceAmongWitnesses {
  const voice = innermost(statement, sources)
  if (voice !== null && !sources.reportsOf(voice).some((r) => r !== statement.report && carriers.has(r))) {
    const root = sources.secondHand.from(voice, statement)
    return { key: `1 ${sources.parties.of(root ?? voice)}`, known: true, voice, root, access: null }
  }
  const text = sources.textOf(statement.report)
  // "it is said": nobody can tell whether two such voices are two; and "the Gazette reported" where the Gazette's report is in the story is its echo.
  const access = statement.chain.at(-1) === 'outlet' ? sources.access(statement) : null
  return access === null
    ? { key: `3 ${text}`, known: false, voice: null, root: null, access: null }
    : { key: `2 ${text}`, known: true, voice: null, root: null, access }
}

/**
 * The innermost voice of a statement's chain that is somebody. One who is only described, in the mouth of one who is named, is a figure
 * in that one's story; a document counts for itself only where nobody is named who shows it.
 */
function innermost(statement: Statement, sources: Sources): string | null {
  const links = statement.chain.filter((link) => link !== 'outlet').reverse()
  if (links.length === 0) return sources.speaks(statement)
  const at = (standing: Standing) =>
    links.find((link) => sources.standing(link) === standing && !sources.isOutlet(link))
  const outlet = links.find((link) => sources.isOutlet(link))
  return at('named') ?? at('described') ?? at('thing') ?? outlet ?? null
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

/** The ids a claim goes back to: the root of each known witness, "outlet" where a report speaks on its own word. */
export function rootsOf(witnesses: readonly Witness[]): string[] {
  return [...new Set(witnesses.map((w) => w.voices[0] ?? 'outlet'))].sort()
}

function byKey(a: readonly [string, Draft], b: readonly [string, Draft]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}
