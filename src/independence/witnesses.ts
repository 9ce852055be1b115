import type { Statement, Witness } from '../model/findings.js'
import type { Access } from './own-word.js'
import type { Parties } from './parties.js'
import { type Draft, type PassedOver, passedOver } from './passed-over.js'
import { type Spoken, saidInSameWords } from './same-words.js'
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
  /** Whether a statement says outright that it is so. */
  readonly isOutright: (statement: Statement) => boolean
  /** Whether a statement may be somebody else's: only the tagger found whose it is. */
  readonly isDoubtful: (statement: Statement) => boolean
  /** The reports of the story that an outlet published. */
  readonly reportsOf: (outlet: string) => readonly string[]
  /** Who speaks, where the statement itself is that somebody says, denies or demands something. */
  readonly speaks: (statement: Statement) => string | null
  /** Whether a statement only says who somebody is, by his office. */
  readonly identifies: (statement: Statement) => boolean
  readonly spoken: (statement: Statement) => Spoken
  /** Whether a voice without a name may be the one that has a name: "a hospital" and Ennet Hospital. */
  readonly mayBe: (unnamed: string, named: string) => boolean
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
  /** Voices to whom other reports give the root's very words. */
  readonly sameWords: readonly string[]
  readonly passedOver: PassedOver | null
  readonly access: Access | null
}

/**
 * Tells the witnesses of one claim apart: every statement is followed along its chain to the innermost voice that is somebody,
 * from there to the one it has it from, and on to the body it speaks for; what comes out alike is one witness.
 */
export function witnessesOf(
  members: readonly Statement[],
  sources: Sources,
  tellTheSame: (one: string, other: string) => boolean = () => true,
): WeighedWitness[] {
  const seenBy = onlyIdentifies(members, sources) ? 'public record' : openlyDone(members, sources)
  const places = members.map((statement) => ({ statement, place: placeOf(statement, sources, members, seenBy) }))
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
  const uncounted = passedOver(ordered, spoken, sources, tellTheSame)
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

type Placed = { readonly statement: Statement; readonly place: PlaceAmongWitnesses }

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
  const parent = new Map<string, string>()
  const top = (key: string): string => {
    let at = key
    while (parent.has(at)) at = parent.get(at)!
    return at
  }
  const join = (one: string, other: string) => {
    const [a, b] = [top(one), top(other)].sort()
    if (a !== b) parent.set(b!, a!)
  }
  for (const { statement, place } of voiced)
    for (const link of statement.chain) {
      const mouth = `1 ${sources.parties.of(link)}`
      if (link !== 'outlet' && !sources.isOutlet(link) && roots.has(mouth)) join(mouth, place.key)
    }
  const alike = saidInSameWords(voiced.map((p) => sources.spoken(p.statement)))
  for (const [a, b] of alike) join(voiced[a]!.place.key, voiced[b]!.place.key)
  const unnamed = [...roots].filter(([, voice]) => sources.standing(voice) === 'described')
  for (const [key, voice] of unnamed) {
    const named = [...roots].filter(([other, name]) => other !== key && sources.mayBe(voice, name))
    // Of two hospitals it may be either.
    if (named.length === 1) join(named[0]![0], key)
  }
  return { keyOf: top, sameWords: new Set(alike.flat().map((at) => roots.get(voiced[at]!.place.key)!)) }
}

/** Whether a claim is only who somebody is, by his office. */
function onlyIdentifies(members: readonly Statement[], sources: Sources): boolean {
  return members.length > 1 && members.filter(sources.identifies).length * 3 > members.length * 2
}

/** The party a statement goes back to, as a key; null where nobody is named. */
export function rootKey(statement: Statement, sources: Sources): string | null {
  const { voice, root } = placeOf(statement, sources, [statement], null)
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
  /** Whether the statement itself is that the voice spoke. */
  readonly speaks: boolean
}

/** How the reports can know it of themselves, where the words of one show that it was done before all the world. */
function openlyDone(members: readonly Statement[], sources: Sources): Access | null {
  const open = members.filter((m) => m.chain.length === 1).map((m) => sources.access(m))
  return open.find((access) => access === 'public occasion' || access === 'act of state') ?? null
}

/** `seenBy` is how any report may know of itself what is told, or null. */
function placeOf(
  statement: Statement,
  sources: Sources,
  members: readonly Statement[],
  seenBy: Access | null,
): PlaceAmongWitnesses {
  const text = sources.textOf(statement.report)
  const nobody = { voice: null, root: null, speaks: statement.because.rule === 'dated-saying' }
  if (seenBy === 'public record') return { key: `2 ${text}`, known: true, access: seenBy, ...nobody }
  const voice = isAside(statement, sources) ? null : innermost(statement, sources)
  if (voice !== null && !isEcho(voice, statement, sources, members)) {
    const root = sources.secondHand.from(voice, members)
    // Outlets that do not say from whom they have it may all have it from one.
    const party = root === null && sources.isOutlet(voice) ? 'an outlet' : sources.parties.of(root ?? voice)
    return { key: `1 ${party}`, known: true, voice, root, access: null, speaks: nobody.speaks || isSpeech(statement) }
  }
  // "it is said": nobody can tell whether two such voices are two.
  const own = statement.chain.at(-1) === 'outlet' ? (sources.access(statement) ?? seenBy) : null
  // A report that names somebody for it has it from him, and what it adds on its own word is no second witness.
  const access =
    own === 'saw it' || !members.some((m) => m.report === statement.report && m.chain.length > 1) ? own : null
  return { key: `${access === null ? '3' : '2'} ${text}`, known: access !== null, access, ...nobody }
}

/** "Aske said that Captain Brandt had left": the office that the report itself adds in another's sentence. */
function isAside(statement: Statement, sources: Sources): boolean {
  return (
    statement.because.rule === 'title' && sources.identifies(statement) && sources.spoken(statement).quoted.length === 0
  )
}

/** "Aske threatened to leave", as against "Aske confirmed the fire", which vouches for what he speaks of. */
function isSpeech({ chain, event }: Statement): boolean {
  return chain.length === 1 && !vouchings.has(event.predicate.split(' ')[0]!)
}

const vouchings = new Set(['confirm', 'verify', 'acknowledge', 'admit', 'concede'])

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
