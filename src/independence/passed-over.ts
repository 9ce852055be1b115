import { isPerception } from '../knowledge/perception.js'
import type { Tie } from '../model/alignment.js'
import { holdsNot, isDenial } from '../model/denial.js'
import type { Statement } from '../model/findings.js'
import { joined } from '../model/joined.js'
import type { Access } from './own-word.js'
import type { Sources } from './sources.js'

/** A witness before it is told who counts: voices and reports that are one, with all they tell. */
export interface Draft {
  readonly known: boolean
  readonly body: string | null
  readonly access: Access | null
  /** Voices, with how many statements go back to each; none where a report speaks on its own word. */
  readonly voices: Map<string, number>
  readonly secondHand: Set<string>
  readonly statements: { id: string; through: string[] }[]
  readonly told: Statement[]
  readonly reports: Set<string>
  /** Whether any of its statements is that it spoke. */
  isSpeaker: boolean
}

/** Why a voice that is known does not count. */
export type PassedOver =
  /** That somebody spoke hangs on him. */
  | 'hearer'
  | 'contrary'
  | 'other doer'
  /** It does not say outright that it is so. */
  | 'in passing'
  /** It is not sure that it says so. */
  | 'doubtful'
  /** It is not sure that what it tells is the same. */
  | 'other words'
  /** It may be anyone's. */
  | 'faint'

/**
 * Which of the known witnesses of a claim do not count, and why: where the claim is that somebody spoke, all but him; who says the contrary;
 * who tells it of another; who does not say it outright, or perhaps not at all; who tells something else in like words; and a voice that
 * may be anyone's. The last four kinds count where nobody else does.
 */
export function passedOver(
  drafts: readonly Draft[],
  isSpeech: boolean,
  sources: Sources,
  sureTies?: readonly Tie[],
): Map<Draft, PassedOver> {
  const known = drafts.filter((d) => d.known)
  const found = new Map<Draft, PassedOver>()
  const passOver = (reason: PassedOver, some: readonly Draft[]) => {
    for (const d of some) if (!found.has(d)) found.set(d, reason)
  }
  const left = () => known.filter((d) => !found.has(d)).sort((a, b) => b.statements.length - a.statements.length)
  // All of a kind but one where there is nobody else.
  const unlessAlone = (reason: PassedOver, isWorse: (d: Draft) => boolean) => {
    const counting = left().find((d) => !isWorse(d)) ?? left()[0]
    passOver(
      reason,
      left().filter((d) => d !== counting && isWorse(d)),
    )
  }
  if (isSpeech) {
    const speaker = left().find((d) => d.isSpeaker)
    passOver(
      'hearer',
      known.filter((d) => speaker !== undefined && d !== speaker),
    )
  }
  passOver('contrary', contrary(left()))
  passOver('other doer', tellingOfAnother(left(), sources))
  // Who somebody is they all tell in a word or two, which are like or they would not be joined.
  if (!known.every((d) => d.access === 'public record')) {
    unlessAlone(
      'in passing',
      (d) => !d.told.some((s) => (d.access === null ? sources.isOutright(s) : sources.isMeant(s))),
    )
    unlessAlone('doubtful', (d) => d.told.every(sources.isDoubtful))
    if (sureTies) passOver('other words', inOtherWords(left(), drafts, sources, sureTies))
  }
  unlessAlone('faint', (d) => d.voices.size > 0 && [...d.voices.keys()].every(sources.isFaint))
  return found
}

/**
 * "The keeper lit the lamp", "the keeper did not light the lamp": those who deny in the same words what the first affirms, or affirm what he
 * denies. Who is said to deny or dispute something ("denied that the tower was dark") does so in whatever words it is told.
 */
function contrary([first, ...others]: readonly Draft[]): readonly Draft[] {
  if (!first) return []
  const affirmed = (d: Draft) => d.told.filter((s) => !holdsNot(s)).map((s) => s.event.predicate)
  const negated = (d: Draft) => d.told.filter(holdsNot).map((s) => s.event.predicate)
  const share = (a: readonly string[], b: readonly string[]) => a.some((verb) => b.includes(verb))
  return others.filter((d) => {
    const isDenied = [first, d].some(({ told }) => told.some(isDenial))
    if (isDenied && !d.told.some((s) => first.told.some((t) => holdsNot(s) === holdsNot(t)))) return true
    const isOpposed = share(affirmed(d), negated(first)) || share(negated(d), affirmed(first))
    return isOpposed && !share(affirmed(d), affirmed(first)) && !share(negated(d), negated(first))
  })
}

/** "Aske sought shelter", "Pereth sought shelter": two that each tell of somebody else tell two things. The first tells what the claim is. */
function tellingOfAnother([first, ...others]: readonly Draft[], sources: Sources): readonly Draft[] {
  const doersOf = (d: Draft) =>
    new Set(
      (d.voices.size > 0 ? d.told.map(doerOf) : [])
        .filter((doer) => doer !== null)
        .filter((doer) => sources.standing(doer) === 'named')
        .map(sources.parties.of),
    )
  const doers = first === undefined ? new Set<string>() : doersOf(first)
  return others.filter((d) => {
    const own = doersOf(d)
    if (doers.size > 0 && own.size > 0 && ![...own].some((doer) => doers.has(doer))) return true
    for (const doer of own) doers.add(doer)
    return false
  })
}

/** Who did what is told; nobody where it is that somebody saw or heard it, which makes a witness of him and not a doer. */
function doerOf({ event }: Statement): string | null {
  return isPerception(event.predicate) ? null : (event.roles.find((role) => role.role === 'agent')?.entity ?? null)
}

/**
 * All known witnesses but the most who surely tell the same, one as the other. Among equals those count who are no outlets, then those
 * with whose words most statements of the claim agree, those on whose word nobody knows included.
 */
function inOtherWords(
  known: readonly Draft[],
  drafts: readonly Draft[],
  sources: Sources,
  sureTies: readonly Tie[],
): readonly Draft[] {
  const telling = drafts.filter((d) => !d.known || known.includes(d))
  const { join, setOf } = joined()
  for (const { told } of telling) for (const { id } of told) join(told[0]!.id, id)
  const told = new Set(telling.flatMap((d) => d.told.map(({ id }) => id)))
  for (const { statements } of sureTies) if (statements.every((id) => told.has(id))) join(...statements)
  const circles = new Map<string, Draft[]>()
  for (const d of [...known, ...telling.filter((d) => !d.known)]) {
    const circle = setOf(d.told[0]!.id)
    const others = circles.get(circle)
    if (others) others.push(d)
    else circles.set(circle, [d])
  }
  const weights = [...circles.values()].map((circle) => {
    const members = circle.filter((d) => d.known)
    const firstHand = members.filter((d) => ![...d.voices.keys()].some(sources.isOutlet))
    const statements = circle.reduce((sum, d) => sum + d.told.length, 0)
    return { members, firstHand: firstHand.length, statements }
  })
  const [most] = weights.sort(
    (a, b) => b.members.length - a.members.length || b.firstHand - a.firstHand || b.statements - a.statements,
  )
  return known.filter((d) => !most?.members.includes(d))
}
