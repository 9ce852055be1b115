import { holdsNot, isDenial } from '../model/denial.js'
import type { Statement, Witness } from '../model/findings.js'
import type { Access } from './own-word.js'
import type { Parties } from './parties.js'
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

/** Why a voice that is known does not count. */
export type PassedOver =
  /** That somebody spoke hangs on him. */
  | 'hearer'
  | 'contrary'
  | 'other doer'
  /** It is not sure that what it tells is the same. */
  | 'other words'
  /** It may be anyone's. */
  | 'faint'

interface Draft {
  readonly known: boolean
  readonly body: string | null
  readonly access: Access | null
  readonly voices: Map<string, number>
  readonly secondHand: Set<string>
  readonly statements: { id: string; through: string[] }[]
  readonly reports: Set<string>
  /** Verbs of its statements: "light", "not light". */
  readonly tellings: Set<string>
  /** Parties with a name of whom it is told that they did it. */
  readonly doers: Set<string>
  /** Whether it holds that what is told is so, or that it is not. */
  readonly sides: Set<'for' | 'against'>
  /** Whether it is said to deny or dispute any of it. */
  isDenial: boolean
  /** Whether any of its statements is that it spoke. */
  isSpeaker: boolean
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
    draft.tellings.add(`${holdsNot(statement) ? 'not ' : ''}${statement.event.predicate}`)
    draft.sides.add(holdsNot(statement) ? 'against' : 'for')
    draft.isDenial ||= isDenial(statement)
    const doer = place.voice === null ? null : doerOf(statement)
    if (doer !== null && sources.standing(doer) === 'named') draft.doers.add(sources.parties.of(doer))
  }
  const ordered = [...drafts].sort(byKey).map(([, d]) => d)
  const uncounted = passedOver(ordered, places, sources, tellTheSame)
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

/**
 * Which of the known witnesses do not count, and why. Where the claim is that somebody spoke, all but him; who says the contrary; who tells it of another; and a voice that may be anyone's beside somebody who counts.
 */
function passedOver(
  drafts: readonly Draft[],
  places: readonly Placed[],
  sources: Sources,
  tellTheSame: (one: string, other: string) => boolean,
): Map<Draft, PassedOver> {
  const known = drafts.filter((d) => d.known)
  const unknown = drafts.filter((d) => !d.known)
  const found = new Map<Draft, PassedOver>()
  const passOver = (reason: PassedOver, some: readonly Draft[]) => {
    for (const d of some) if (!found.has(d)) found.set(d, reason)
  }
  const left = () => known.filter((d) => !found.has(d)).sort((a, b) => b.statements.length - a.statements.length)
  if (places.filter(({ place }) => place.speaks).length * 2 >= places.length) {
    const speaker = left().find((d) => d.isSpeaker)
    passOver(
      'hearer',
      known.filter((d) => speaker !== undefined && d !== speaker),
    )
  }
  passOver('contrary', contrary(left()))
  passOver('other doer', tellingOfAnother(left()))
  // Who somebody is they all tell in a word or two, which are like or they would not be joined.
  if (!known.every((d) => d.access === 'public record'))
    passOver('other words', inOtherWords(left(), unknown, tellTheSame))
  const isFaint = (d: Draft) => d.voices.size > 0 && [...d.voices.keys()].every(sources.isFaint)
  const counting = known.find((d) => !found.has(d) && !isFaint(d)) ?? known.find((d) => !found.has(d))
  passOver(
    'faint',
    left().filter((d) => d !== counting && isFaint(d)),
  )
  return found
}

/**
 * "The keeper lit the lamp", "the keeper did not light the lamp": those who deny in the same words what the first affirms, or affirm what he
 * denies. Who is said to deny or dispute something ("denied that the tower was dark") does so in whatever words it is told.
 */
function contrary([first, ...others]: readonly Draft[]): readonly Draft[] {
  const isAgainst = (d: Draft) =>
    (d.isDenial || first!.isDenial) && ![...d.sides].some((side) => first!.sides.has(side))
  const opposed = (d: Draft) => [...d.tellings].some((telling) => first!.tellings.has(opposite(telling)))
  return others.filter(
    (d) => isAgainst(d) || (opposed(d) && ![...d.tellings].some((telling) => first!.tellings.has(telling))),
  )
}

function opposite(telling: string): string {
  return telling.startsWith('not ') ? telling.slice(4) : `not ${telling}`
}

/** "Aske sought shelter", "Pereth sought shelter": two that each tell of somebody else tell two things. The first tells what the claim is. */
function tellingOfAnother([first, ...others]: readonly Draft[]): readonly Draft[] {
  const doers = new Set(first?.doers)
  return others.filter((d) => {
    if (doers.size > 0 && d.doers.size > 0 && ![...d.doers].some((doer) => doers.has(doer))) return true
    for (const doer of d.doers) doers.add(doer)
    return false
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
    reports: new Set(),
    tellings: new Set(),
    sides: new Set(),
    isDenial: false,
    doers: new Set(),
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

/**
 * All known witnesses but the most who surely tell the same, one as the other. Among equals those count with whose words most statements
 * of the claim agree, those on whose word nobody knows included.
 */
function inOtherWords(
  known: readonly Draft[],
  unknown: readonly Draft[],
  tellTheSame: (one: string, other: string) => boolean,
): readonly Draft[] {
  const areTied = (one: Draft, other: Draft) =>
    one.statements.some(({ id }) => other.statements.some((s) => tellTheSame(id, s.id)))
  const circles: (readonly Draft[])[] = []
  let left = [...known, ...unknown]
  while (left.length > 0) {
    let circle = left.slice(0, 1)
    let more = circle
    while (more.length > 0) {
      more = left.filter((d) => !circle.includes(d) && circle.some((other) => areTied(other, d)))
      circle = [...circle, ...more]
    }
    circles.push(circle)
    left = left.filter((d) => !circle.includes(d))
  }
  const knownIn = (circle: readonly Draft[]) => circle.filter((d) => known.includes(d)).length
  const told = (circle: readonly Draft[]) => circle.reduce((sum, d) => sum + d.statements.length, 0)
  const [most = []] = circles.sort((a, b) => knownIn(b) - knownIn(a) || told(b) - told(a))
  return known.filter((d) => !most.includes(d))
}

/** Who did what is told; nobody where it is that somebody saw or heard it, which makes a witness of him and not a doer. */
function doerOf({ event }: Statement): string | null {
  return perceptions.has(event.predicate) ? null : (event.roles.find((role) => role.role === 'agent')?.entity ?? null)
}

const perceptions = new Set(['see', 'hear', 'watch', 'notice', 'witness', 'feel', 'smell', 'spot', 'observe'])

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
