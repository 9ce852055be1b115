import type { Alignment } from '../model/alignment.js'
import type { Derivation, Entity, Statement } from '../model/findings.js'
import { joined } from '../model/joined.js'
import type { Reading } from '../model/reading.js'
import type { TextTie } from './copying/ties.js'
import type { Word } from './copying/words.js'
import type { Credits } from './credits/credits.js'
import { knownOutlets } from './credits/known-outlets.js'
import { isFaint } from './faint-voices.js'
import { type Access, accessOf, isIdentification } from './own-word.js'
import { findParties, handlesOf, headOf, isDescribed, isDocument, isOutlet, type Parties } from './parties.js'
import { type Spoken, spokenIn } from './same-words.js'
import { findSecondHand, type SecondHand } from './second-hand.js'
import { speakerOf } from './speaker.js'
import { isMeant, isOutright, type Wording } from './vouching.js'
import type { Naming } from './why.js'

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
  /** Whether a statement says outright that it is so, and whether it says so at all. */
  readonly isOutright: (statement: Statement) => boolean
  readonly isMeant: (statement: Statement) => boolean
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

/** Who the voices of a story are, and how to name them; complete once it is told which reports share a text. */
export interface StorySources {
  readonly parties: Parties
  readonly handles: ReadonlyMap<string, readonly string[]>
  readonly naming: Naming
  readonly nameOf: (party: string) => string
  readonly with: (textual: readonly Derivation[], ties: readonly TextTie[], credits: Credits) => Sources
}

/** Gathers what the whole story tells of its voices. */
export function sourcesOf(
  readings: readonly Reading[],
  alignment: Alignment,
  listWords: (reading: Reading) => readonly Word[],
): StorySources {
  const handles = handlesOf(alignment, readings)
  const parties = findParties(alignment.entities, handles, readings)
  const entities = new Map(alignment.entities.map((e) => [e.id, e]))
  const byReport = new Map(readings.map((r) => [r.report.id, r]))
  const secondHand = findSecondHand(alignment, readings, parties, handles)
  const outlets = knownOutlets(
    readings.map((r) => r.report),
    alignment.entities,
  )
  const naming: Naming = {
    entity: (id) => entities.get(id),
    report: (id) => byReport.get(id)?.report.outlet ?? id,
  }
  const standIns = representatives(alignment.entities, parties)
  const governs = (id: string) => parties.body(parties.of(id))?.startsWith('government of ') === true
  const outletIds = new Set(
    alignment.entities.filter((e) => isOutlet(e) || outlets.entityFor(e.name) === e).map((e) => e.id),
  )
  const faint = new Set(
    alignment.entities.filter((e) => isFaint(e) && parties.body(parties.of(e.id)) === null).map((e) => e.id),
  )
  const standings = new Map(
    alignment.entities.map((e) => [e.id, standingOf(e, parties.body(parties.of(e.id)) !== null)] as const),
  )
  const wordsOf = ({ report, start, end }: Statement) => byReport.get(report)!.report.text.slice(start, end)
  const spoken = spokenIn(readings, listWords)
  const said = new Map(alignment.attributions.map((a) => [a.id, a] as const))
  const wordingOf = (statement: Statement): Wording => {
    const { text } = byReport.get(statement.report)!.report
    const { content = [], cue = [] } = said.get(statement.attribution ?? '') ?? {}
    return {
      words: wordsOf(statement),
      cue: cue.map(({ start, end }) => text.slice(start, end)).join(' '),
      led: text.slice(content[0]?.start ?? statement.start, statement.start),
    }
  }
  const guessed = new Set(alignment.attributions.filter(({ because }) => because.rule === 'tagger').map(({ id }) => id))
  return {
    parties,
    handles,
    naming,
    nameOf: (party) => parties.body(party) ?? entities.get(party)?.name ?? party.replace(/^unnamed /, ''),
    with: (textual, ties, credits) => {
      const textOf = textGroups(readings, ties, credits)
      const takenFrom = new Map<string, string[]>()
      // "(HNA) —" over a report: what it says on its own word is the agency's.
      const printedBy = new Map<string, string[]>()
      for (const [report, agency] of credits.copyOf) printedBy.set(agency, [...(printedBy.get(agency) ?? []), report])
      for (const { to, from, kind } of textual)
        if (kind === 'rewrites') takenFrom.set(to, [...(takenFrom.get(to) ?? []), from])
      return {
        parties,
        secondHand,
        access: (statement) => accessOf(statement, byReport.get(statement.report)!, governs),
        textOf: (report) => textOf.get(report) ?? report,
        takenFrom: (report) => takenFrom.get(report) ?? [],
        standing: (voice) => standings.get(voice) ?? 'nobody',
        reportsOf: (voice) =>
          outletIds.has(voice)
            ? [...outlets.reportsBy(entities.get(voice)!.name, '').map((r) => r.id), ...(printedBy.get(voice) ?? [])]
            : [],
        standsFor: (voice) => standIns.get(parties.of(voice)) ?? voice,
        isFaint: (voice) => faint.has(voice),
        isOutlet: (voice) => outletIds.has(voice),
        isOutright: (statement) => isOutright(statement, wordingOf(statement)),
        isMeant: (statement) => isMeant(statement, wordingOf(statement)),
        isDoubtful: ({ attribution }) => guessed.has(attribution ?? ''),
        speaks: (statement) => speakerOf(statement, entities),
        identifies: (statement) => isIdentification(statement, wordsOf(statement)),
        spoken,
        mayBe: (unnamed, named) => mayBe(entities.get(unnamed), entities.get(named)),
      }
    },
  }
}

// One who speaks for a body is as good as named: "the police chief of staff".
function standingOf(entity: Entity, hasBody: boolean): Standing {
  if (!isDescribed(entity)) return 'nobody'
  if (entity.names.length > 0 || (hasBody && !isDocument(entity))) return 'named'
  return isDocument(entity) ? 'thing' : 'described'
}

/** "a hospital" may be Ennet Hospital, "a campaign" the Hallbrook campaign, and "the paper’s editor" Mila Cordry, its editor. */
function mayBe(unnamed: Entity | undefined, named: Entity | undefined): boolean {
  if (!unnamed || !named || unnamed.names.length > 0 || isDocument(unnamed)) return false
  const head = headOf(unnamed.name)
  if (named.names.some((name) => name.toLowerCase().split(/\s+/).includes(head))) return true
  const isTheOne = /^(?:the|its|his|her|their)\s|['’]s\s/i.test(unnamed.descriptions[0] ?? unnamed.name)
  return (
    isTheOne &&
    heldByOne.has(head) &&
    named.type === 'person' &&
    named.descriptions.some((words) => headOf(words) === head)
  )
}

/** Posts of which a body has one: "the head of the harbour office" is most likely the head who is named, "an executive" any. */
const heldByOne = new Set(
  'head chief chairman chairwoman chairperson ceo executive director founder owner commander captain mayor governor president minister secretary editor superintendent sheriff'.split(
    ' ',
  ),
)

/** For parties of several: the body itself where it is an entity, or the person's most frequent spelling. A minister does not stand for the ministry. */
function representatives(entities: readonly Entity[], parties: Parties): Map<string, string> {
  const members = new Map<string, Entity[]>()
  for (const entity of entities) {
    if (entity.names.length === 0) continue
    const party = parties.of(entity.id)
    members.set(party, [...(members.get(party) ?? []), entity])
  }
  return new Map(
    [...members].flatMap(([party, list]) => {
      const fitting = parties.body(party) === null ? list : list.filter((e) => e.type === 'organisation')
      const [most] = [...fitting].sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1))
      return most && list.length > 1 ? [[party, most.id] as const] : []
    }),
  )
}

/** Reports behind which one text stands: copies, rewritings, and those that print one agency's copy. */
function textGroups(readings: readonly Reading[], ties: readonly TextTie[], { copyOf }: Credits): Map<string, string> {
  const { join, setOf } = joined()
  for (const { reports, how } of ties) if (how !== 'passage') join(`r ${reports[0]}`, `r ${reports[1]}`)
  for (const [report, agency] of copyOf) join(`a ${agency}`, `r ${report}`)
  return new Map(readings.map((r) => [r.report.id, setOf(`r ${r.report.id}`)]))
}
