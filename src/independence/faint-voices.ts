import { personCallings } from '../knowledge/callings.js'
import { isPeople } from '../knowledge/demonyms.js'
import { roleIn } from '../knowledge/roles.js'
import type { Entity } from '../model/findings.js'
import { platforms, wordsIn } from './bodies.js'
import { headOf, isDocument, refersBack } from './parties.js'

/**
 * "the official said", "the former harbour master said", "most scholars say", "Democrats say", "a tweet said", "the timing of the report suggests"
 *
 * Voices that may be anyone's: one who was introduced elsewhere, a people, party or crowd of commentators of which nobody is named, a place that no government speaks for, a platform,
 * words whose speaker is not told, and what is no person, body or record at all. Such a voice counts only where nobody better does, and several of them count as one.
 */
export function isFaint(entity: Entity): boolean {
  if (refersBack(entity)) return true
  if (entity.names.length > 0)
    return (
      entity.type === 'place' ||
      entity.names.every((name) => platforms.has(name.toLowerCase())) ||
      (entity.type !== 'organisation' && entity.names.every(areUnnamed))
    )
  const head = headOf(entity.name)
  if (isDocument(entity)) return utterances.has(head)
  return (
    !mayBePerson(head) ||
    areUnnamed(entity.name) ||
    isCrowd(entity.name, head) ||
    isIntroduced(entity.descriptions[0] ?? entity.name, head)
  )
}

/** "Democrats", "the Brennish": everybody who is called so, of whom nobody speaks for the rest. */
function areUnnamed(name: string): boolean {
  const [first = '', ...others] = wordsIn(name).filter((w) => !quantities.has(w))
  return others.length === 0 && isPeople(first)
}

/** "most scholars", "critics of the treaty": several who have an opinion, as against those who were there. */
function isCrowd(name: string, head: string): boolean {
  return commentators.has(head) && !/^(?:an?|one) /i.test(name)
}

/** "the former harbour master", "the two leaders", as against "the owner of the inn", whom these words introduce. */
function isIntroduced(name: string, head: string): boolean {
  const words = wordsIn(name)
  return (
    /^(?:the|this|that|these|those|its|their|his|her)$/.test(words[0] ?? '') &&
    headOf(words.slice(-1).join(' ')) === head &&
    !/['’]s\b/.test(name) &&
    !roleIn([head])?.capacities.includes('close-to')
  )
}

const quantities = new Set(['the', 'most', 'many', 'some', 'several', 'other', 'all', 'few', 'house', 'senate'])

const commentators = new Set(
  'scholar analyst expert critic observer opponent supporter advocate commentator pundit historian economist leader politician lawmaker ally skeptic sceptic detractor'.split(
    ' ',
  ),
)

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
    personCallings(noun).length > 0 ||
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
