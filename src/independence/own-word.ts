import { looksLikeOutlet } from '../knowledge/outlet-names.js'
import { roleIn } from '../knowledge/roles.js'
import { holdsNot } from '../model/denial.js'
import type { Statement } from '../model/findings.js'
import { type Reading, sentenceAt } from '../model/reading.js'

/** Why a report may be believed to know of itself what it says without naming anybody. */
export type Access =
  /** Its people were there or saw the document. */
  | 'saw it'
  /** It happened before the eyes of all: a broadcast, a news conference, a public speech. */
  | 'public occasion'
  /** A government did it before all the world: a treaty signed, a guest received. */
  | 'act of state'
  /** It is who somebody is by an office that all can look up. */
  | 'public record'

/**
 * "a Gazette reporter saw", "documents seen by the Gazette", "in a televised address", "the two countries signed the treaty"
 *
 * Where the words of a statement, or of the sentence around it, show that the report knows it of itself. Null where they do not:
 * then where it has it from is unknown, which is not the same as a witness.
 */
export function accessOf(statement: Statement, reading: Reading, governs: (entity: string) => boolean): Access | null {
  const sentence = sentenceAt(reading.sentences, statement.start)
  const text = reading.report.text
  const words = text.slice(statement.start, statement.end)
  if (sentence !== undefined && sawIt(text.slice(sentence.start, sentence.end), reading.report.outlet)) return 'saw it'
  if (occasions.test(words)) return 'public occasion'
  if (isDoneBy(statement, addresses, governs)) return 'public occasion'
  if (isDoneBy(statement, actsOfState, governs) && !/\bsecret/i.test(words)) return 'act of state'
  return null
}

/** Whether its people were there, or an outlet had the document before it: "obtained by the Gazette", but not "obtained by the police". */
function sawIt(sentence: string, outlet: string | null): boolean {
  if (sightings.test(sentence)) return true
  const reader = readings.exec(sentence)?.[1]?.replace(/^the /, '')
  // "the Gazette" is a masthead where a word stands before it.
  return (
    reader !== undefined && (looksLikeOutlet(reader) || looksLikeOutlet(`The Harbour ${reader}`) || reader === outlet)
  )
}

const sightings =
  /\b(?:(?:our|this|a|an|the) (?:\p{Lu}[\p{L}]+ ){0,3}(?:reporters?|correspondents?|journalists?|photographers?|camera ?(?:man|woman|crew)|producers?) (?:who )?(?:saw|watched|witnessed|counted|visited|observed|heard|at the scene|on the scene|viewed)|(?:seen|reviewed|obtained|viewed|examined|verified) by us\b|we (?:saw|watched|counted|visited|reviewed|verified))/u

const readings =
  /\b(?:seen|reviewed|obtained|viewed|examined|verified|geolocated) by ((?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3})/u

const occasions =
  /\b(?:televised|live on (?:television|tv|air)|broadcast|news conference|press conference|news briefing|press briefing|public (?:speech|address|hearing|statement|ceremony)|speech (?:to|at|before)|inauguration|rally|parade|livestream(?:ed)?|live-streamed|slide ?show|powerpoint)\b/i

/** "The prime minister met the ambassador", "the two countries signed the treaty": what governments do before all the world. */
function isDoneBy(statement: Statement, deeds: ReadonlySet<string>, governs: (entity: string) => boolean): boolean {
  return (
    !holdsNot(statement) &&
    deeds.has(statement.event.predicate.split(' ')[0]!) &&
    statement.event.roles.some((r) => r.entity !== null && governs(r.entity))
  )
}

/** What is done before reporters. */
const addresses = new Set(['speak', 'address', 'present'])

const actsOfState = new Set(
  (
    'meet visit sign negotiate conclude strike lift ease impose ratify withdraw elect inaugurate host appoint resign invade annex ' +
    'recognize recognise ban sanction summon expel'
  ).split(' '),
)

/**
 * "Corin Vael, the transport minister": who somebody is, by an office that all can look up. In whose sentence ever it stands, it is the
 * report's own word. Whose lawyer or friend somebody is is no office.
 */
export function isIdentification({ event, numbers, when, because }: Statement, words: string): boolean {
  if (numbers.length > 0 || when !== null || words.length > 90 || !event.predicate.startsWith('be ')) return false
  if (because.rule !== 'title' && /\b(?:former|ex|then|late|alleged|self)\b/i.test(words)) return false
  const nouns = event.predicate.slice(3).split(' ')
  if (/\bspecial (?:counsel|prosecutor|envoy)\b/i.test(words)) return true
  const capacities = roleIn(nouns)?.capacities ?? []
  return capacities.some((c) => c !== 'close-to') || nouns.some((noun) => offices.has(noun))
}

const offices = new Set(
  'senator congressman congresswoman congressperson governor mayor judge justice secretary councillor king queen prince princess duke pope bishop archbishop'.split(
    ' ',
  ),
)
