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
  /** The entity that stands for a voice's party: the body it speaks for, or the usual spelling of its name. */
  readonly standsFor: (voice: string) => string
  /** Whether a voice may be anyone's: "the official", "a tweet". */
  readonly isFaint: (voice: string) => boolean
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
  const places = members.map((statement) => ({ statement, place: placeOf(statement, sources, members) }))
  const keyOf = mouths(places, sources)
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
    const root = place.voice === null ? [] : [sources.standsFor(place.root ?? place.voice)]
    const mouths = statement.chain.filter((link) => link !== 'outlet' && sources.standing(link) !== 'nobody').reverse()
    const taken = sources.takenFrom(statement.report).filter((from) => carriers.has(from))
    draft.statements.push({ id: statement.id, through: [...new Set([...root, ...mouths, ...taken])] })
  }
  // A voice that may be anyone's counts only where nobody else does, and then the first of them for all.
  const isFaint = (d: Draft) => d.voices.size > 0 && [...d.voices.keys()].every(sources.isFaint)
  const ordered = [...drafts].sort(byKey).map(([, d]) => d)
  const counting = ordered.find((d) => d.known && !isFaint(d)) ?? ordered.find((d) => d.known)
  return ordered.map((d) => {
    const voices = [...d.voices].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([v]) => v)
    const secondHand = [...d.secondHand].filter((v) => !d.voices.has(v)).sort()
    return {
      known: d.known && (d === counting || !isFaint(d)),
      voices: [...new Set([...voices.map(sources.standsFor), ...voices, ...secondHand])],
      statements: d.statements,
      reports: [...d.reports],
      body: d.body,
      secondHand,
      access: d.access,
    }
  })
}

function emptyDraft({ known, voice, root, access }: PlaceAmongWitnesses, sources: Sources): Draft {
  const body = voice === null ? null : sources.parties.body(sources.parties.of(root ?? voice))
  return { known, body, access, voices: new Map(), secondHand: new Set(), statements: [], reports: new Set() }
}

/**
 * Two roots that were heard through one mouth are one witness: "a dockworker said the light was out" and "a dockworker said
 * the captain had told him so" both hang on the dockworker. Outlets are no such mouths: two people may well tell one paper.
 */
function mouths(
  places: readonly { readonly statement: Statement; readonly place: PlaceAmongWitnesses }[],
  sources: Sources,
): (key: string) => string {
  const roots = new Set(places.filter((p) => p.place.voice !== null).map((p) => p.place.key))
  const parent = new Map<string, string>()
  const top = (key: string): string => {
    let at = key
    while (parent.has(at)) at = parent.get(at)!
    return at
  }
  for (const { statement, place } of places) {
    if (place.voice === null) continue
    for (const link of statement.chain) {
      const mouth = `1 ${sources.parties.of(link)}`
      if (link === 'outlet' || sources.isOutlet(link) || !roots.has(mouth)) continue
      const [a, b] = [top(mouth), top(place.key)].sort()
      if (a !== b) parent.set(b!, a!)
    }
  }
  return top
}

/** The party a statement goes back to, as a key; null where nobody is named. */
export function rootKey(statement: Statement, sources: Sources): string | null {
  const { voice, root } = placeOf(statement, sources, [statement])
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

function placeOf(statement: Statement, sources: Sources, members: readonly Statement[]): PlaceAmongWitnesses {
  const voice = innermost(statement, sources)
  if (voice !== null && !isEcho(voice, statement, sources, members)) {
    const root = sources.secondHand.from(voice, members)
    // Outlets that do not say from whom they have it may all have it from one.
    const party = root === null && sources.isOutlet(voice) ? 'an outlet' : sources.parties.of(root ?? voice)
    return { key: `1 ${party}`, known: true, voice, root, access: null }
  }
  const text = sources.textOf(statement.report)
  // "it is said": nobody can tell whether two such voices are two.
  const access = statement.chain.at(-1) === 'outlet' ? sources.access(statement) : null
  return access === null
    ? { key: `3 ${text}`, known: false, voice: null, root: null, access: null }
    : { key: `2 ${text}`, known: true, voice: null, root: null, access }
}

/** "The Gazette reported …", where the Gazette's own report is in the claim, or another statement tells from whom the Gazette has it. */
function isEcho(voice: string, statement: Statement, sources: Sources, members: readonly Statement[]): boolean {
  if (!sources.isOutlet(voice)) return false
  const own = sources.reportsOf(voice)
  const party = sources.parties.of(voice)
  return members.some(
    (m) =>
      (m.report !== statement.report && own.includes(m.report)) ||
      (m.chain.length > 2 &&
        m.chain.slice(0, -1).some((link) => link !== 'outlet' && sources.parties.of(link) === party)),
  )
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
