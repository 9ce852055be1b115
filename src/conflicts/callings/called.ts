import type { Entity } from '../../model/findings.js'
import type { Mention, Reading, Sentence, Token } from '../../model/reading.js'
import type { Range } from '../../model/span.js'
import { dependents, type Layout } from '../view.js'

/** One report calls somebody something: "the former commander", "Mr. Brandt, a lawyer". */
export interface Called extends Range {
  readonly entity: Entity
  readonly reading: Reading
  /** Lemma of the noun. */
  readonly noun: string
  /** Index of the noun's token in its sentence, and the sentence. */
  readonly token: number
  readonly sentence: Sentence
}

/** Every noun by which persons, bodies and places are called: in descriptions, titles, appositions and "X is a …". */
export function findCallings(view: Layout): Called[] {
  return view.readings.flatMap((reading) => {
    const lead = leadPerson(view, reading)
    return [
      ...reading.mentions.flatMap((mention) => {
        const entity = mention === lead?.mention ? lead.entity : view.entityOf(reading, mention)
        return entity && mention.kind !== 'pronoun' ? aroundMention(reading, mention, entity) : []
      }),
      ...asserted(view, reading),
    ]
  })
}

function aroundMention(reading: Reading, mention: Mention, entity: Entity): Called[] {
  const sentence = reading.sentences[mention.sentence]
  if (!sentence || sentence.kind === 'furniture') return []
  const head = sentence.tokens[mention.headToken]
  if (!head) return []
  const found: number[] = []
  if (mention.kind === 'nominal') found.push(mention.headToken)
  else {
    // "Beaconmark director Mr. Brandt", "Brandt, a lawyer", "the lawyer, Brandt"
    for (const { token, index } of dependents(sentence, mention.headToken))
      if (/^(?:appos|compound|nmod:desc)$/.test(token.deprel) && (isNoun(token) || token.upos === 'ADJ'))
        found.push(index)
    if (/^(?:appos|flat|nmod:desc)$/.test(head.deprel) && head.head >= 0 && isNoun(sentence.tokens[head.head]!))
      found.push(head.head)
    for (let i = mention.firstToken; i < mention.headToken; i++) if (isNoun(sentence.tokens[i]!)) found.push(i)
    // "the contractor Beaconmark", "the contractor the Beaconmark Group"
    const article = sentence.tokens[mention.firstToken - 1]?.upos === 'DET' ? 1 : 0
    const before = mention.firstToken - 1 - article
    if (
      before >= 0 &&
      sentence.tokens[before]!.upos === 'NOUN' &&
      !/^(?:obl|nsubj)/.test(sentence.tokens[before]!.deprel)
    )
      found.push(before)
  }
  // "a group of smugglers" is called both.
  for (const noun of [...found])
    if (collective.has(sentence.tokens[noun]!.lemma))
      for (const { token, index } of dependents(sentence, noun))
        if (token.deprel === 'nmod' && hasCase(sentence, index, 'of') && isNoun(token)) found.push(index)
  return [...new Set(found)].map((token) => calledAt(reading, sentence, token, entity))
}

const collective = new Set(['group', 'band', 'team', 'network', 'gang', 'company'])

/** "Brandt was a lawyer", "Brandt was named as commander" */
function asserted(view: Layout, reading: Reading): Called[] {
  return (view.clausesOf.get(reading.report.id) ?? []).flatMap(({ statement, sentence }) => {
    if (statement.polarity === 'negative') return []
    const { predicate, roles } = statement.event
    const about = (role: string) => roles.find((r) => r.role === role)?.entity
    if (/^be \w/.test(predicate)) {
      const entity = view.entities.get(about('agent') ?? '')
      const attribute = roles.find((r) => r.role === 'attribute')
      const token = attribute ? headOf(sentence, attribute, predicate.slice(3)) : -1
      return entity && token >= 0 ? [calledAt(reading, sentence, token, entity)] : []
    }
    const charge = chargeOf[predicate]
    if (charge !== undefined) {
      const agent = view.entities.get(about('agent') ?? '')
      const patient = view.entities.get(about('patient') ?? '')
      const token = sentence.tokens.findIndex(
        (t) => t.start >= statement.start && t.end <= statement.end && t.upos === 'VERB' && t.lemma === predicate,
      )
      return agent?.type === 'person' && patient?.type === 'organisation' && token >= 0
        ? [{ ...calledAt(reading, sentence, token, agent), noun: charge }]
        : []
    }
    if (!appointing.has(predicate)) return []
    const entity = view.entities.get(about('patient') ?? '')
    return !entity
      ? []
      : sentence.tokens.flatMap((t, i) =>
          t.start >= statement.start &&
          t.end <= statement.end &&
          isNoun(t) &&
          (hasCase(sentence, i, 'as') || hasCase(sentence, i, 'in'))
            ? [calledAt(reading, sentence, i, entity)]
            : [],
        )
  })
}

/** What one is called who does this to a body. */
const chargeOf: Readonly<Record<string, string>> = {
  found: 'founder',
  cofound: 'founder',
  own: 'owner',
  manage: 'manager',
  head: 'chief',
  chair: 'chairman',
}

const appointing = new Set([
  'appoint',
  'select',
  'name',
  'choose',
  'elect',
  'hire',
  'put',
  'promote',
  'describe',
  'identify',
])

/**
 * "A former pilot has asked for help. Emil Lingard, 29, …"
 *
 * The person whom a lead describes before naming him: the one most spoken of, first named as a subject right after.
 */
function leadPerson(view: Layout, reading: Reading): { readonly mention: Mention; readonly entity: Entity } | null {
  const prose = reading.sentences.filter((s) => s.kind === 'prose').slice(0, 3)
  const first = prose[0]
  if (!first) return null
  const isSubject = (m: Mention) => /^nsubj/.test(reading.sentences[m.sentence]?.tokens[m.headToken]?.deprel ?? '')
  const described = reading.mentions.find(
    (m) =>
      m.sentence === first.index &&
      m.kind === 'nominal' &&
      m.type === 'person' &&
      (isSubject(m) || m.firstToken === 0) &&
      /^an?$/i.test(first.tokens[m.firstToken]?.form ?? ''),
  )
  const bearer = described ? view.entityOf(reading, described) : null
  if (!described || !bearer || bearer.names.length > 0) return null
  const named = reading.mentions.find(
    (m) =>
      m.kind === 'name' && m.type === 'person' && m.sentence > first.index && prose.some((s) => s.index === m.sentence),
  )
  const entity = named && isSubject(named) ? view.entityOf(reading, named) : null
  if (!entity) return null
  const spoken = (e: Entity) => e.mentions.filter((m) => m.report === reading.report.id).length
  const most = [...view.entities.values()].filter((e) => e.type === 'person' && e.names.length > 0)
  return most.every((e) => spoken(e) <= spoken(entity)) ? { mention: described, entity } : null
}

function calledAt(reading: Reading, sentence: Sentence, token: number, entity: Entity): Called {
  const { start, end, lemma } = sentence.tokens[token]!
  return { entity, reading, noun: lemma.toLowerCase(), token, sentence, start, end }
}

function headOf(sentence: Sentence, { start, end }: Range, lemma: string): number {
  return sentence.tokens.findIndex(
    (t) => t.start >= start && t.end <= end && t.lemma.toLowerCase() === lemma && isNoun(t),
  )
}

function hasCase(sentence: Sentence, index: number, word: string): boolean {
  return dependents(sentence, index).some(({ token }) => token.deprel === 'case' && token.lemma === word)
}

function isNoun({ upos, form }: Token): boolean {
  return upos === 'NOUN' || (upos === 'PROPN' && /^\p{L}/u.test(form))
}
