import { roleIn } from '../knowledge/roles.js'
import type { Entity } from '../model/findings.js'
import { headOf, isDocument, refersBack } from './parties.js'

/**
 * "the official said", "a tweet said", "the timing of the report suggests"
 *
 * Voices that may be anyone's: one who was introduced elsewhere, words whose speaker is not told,
 * and what is no person, body or record at all. Such a voice counts only where nobody better does, and several of them count as one.
 */
export function isFaint(entity: Entity): boolean {
  if (refersBack(entity)) return true
  if (entity.names.length > 0) return false
  const head = headOf(entity.name)
  return isDocument(entity) ? utterances.has(head) : !mayBePerson(head)
}

/** What somebody said or wrote, as against a record, a picture or a log, which was seen. */
const utterances = new Set(
  'message comment remark statement tweet post posting letter speech interview report story account quote quotation word article column op-ed transcript reply answer'.split(
    ' ',
  ),
)

/** Whether a noun may call people, by its form or as one of the common ones: what else seems to speak is the writer's figure of speech. */
function mayBePerson(noun: string): boolean {
  return (
    people.has(noun) ||
    roleIn([noun]) !== undefined ||
    /(?:er|or|ist|ian|ant|ent|ee|man|men|woman|women|people|folk|mate)$/.test(noun)
  )
}

const people = new Set(
  `people person man woman men women child children boy girl kid youth witness eyewitness resident local villager victim mother father son daughter brother
  sister wife husband widow uncle aunt cousin nephew niece family relative friend neighbour neighbor guest crew staff crowd public doctor nurse judge
  jury pilot guard chief boss cop medic captain mate crewman scholar colleague ally critic analyst expert academic activist democrat republican
  lawmaker troop military army navy police authority intelligence union group team committee panel council board ministry office agency company firm
  party campaign court government administration organization organisation charity hospital school university church source insider aide clerk monk
  priest bishop imam rabbi king queen prince princess duke ambassador minister secretary president premier`.split(
    /\s+/,
  ),
)
