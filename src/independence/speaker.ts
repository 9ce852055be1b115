import { sayingLexicon } from '../knowledge/saying.js'
import type { Entity, Statement } from '../model/findings.js'

/** Verbs of saying that order or begin something: what they tell of is more than words. */
const deeds = new Set([
  'order',
  'report',
  'reveal',
  'begin',
  'continue',
  'open',
  'close',
  'finish',
  'offer',
  'sing',
  'read',
  'quote',
  'find',
  'point',
  'set',
  'call',
  'show',
])

/**
 * "The prime minister threatened to leave the treaty."  →  the prime minister
 *
 * Where the thing told is itself that somebody says, denies or demands something, he is the one it goes back to, whoever carries it.
 * Null for everything else.
 */
export function speakerOf({ event }: Statement, entities: ReadonlyMap<string, Entity>): string | null {
  const verb = sayingLexicon().verb(event.predicate.split(' ')[0] ?? '')
  if (!verb || deeds.has(verb.verb) || (!verb.takes.has('clause') && !verb.takes.has('infinitive'))) return null
  const agent = event.roles.find((role) => role.role === 'agent')?.entity ?? null
  return agent !== null && (entities.get(agent)?.names.length ?? 0) > 0 ? agent : null
}
