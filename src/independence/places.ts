import type { Statement } from '../model/findings.js'
import type { Access } from './own-word.js'
import type { Sources, Standing } from './sources.js'

/** To whom one statement of a claim goes back. */
export interface PlaceAmongWitnesses {
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

/** A statement, and to whom it goes back. */
export interface Placed {
  readonly statement: Statement
  readonly place: PlaceAmongWitnesses
}

/** To whom each statement of a claim goes back. */
export function placesOf(members: readonly Statement[], sources: Sources): Placed[] {
  const seenBy = onlyIdentifies(members, sources) ? 'public record' : openlyDone(members, sources)
  return members.map((statement) => ({ statement, place: placeOf(statement, sources, members, seenBy) }))
}

/** The party a statement goes back to, as a key; null where nobody is named. */
export function rootKey(statement: Statement, sources: Sources): string | null {
  const { voice, root } = placeOf(statement, sources, [statement], null)
  return voice === null ? null : sources.parties.of(root ?? voice)
}

/** Whether a claim is only who somebody is, by his office. */
function onlyIdentifies(members: readonly Statement[], sources: Sources): boolean {
  return members.length > 1 && members.every(sources.identifies)
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
