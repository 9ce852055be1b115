import { distance } from 'fastest-levenshtein'
import type { Reading, Sentence, Token } from '../../model/reading.js'
import type { Span } from '../../model/span.js'
import { groupBy } from '../lists.js'
import { conflictOf, type FoundConflict } from '../sides.js'
import type { View } from '../view.js'

interface Modifier {
  readonly reading: Reading
  readonly word: string
  readonly span: Span
}

/**
 * "the costal defence force" – "the coastal defence force"
 *
 * Two look-alike adjectives said of one body, of which one stands only once: the wrong word was written.
 */
export function confusedWords(view: View): FoundConflict[] {
  const byEntity = groupBy(
    view.readings.flatMap((reading) => modifiers(view, reading)),
    (m) => m.entity,
  )
  return [...byEntity.values()].flatMap((list) => {
    const byWord = groupBy(list, (m) => m.word)
    const rare = [...byWord].filter(([word, places]) => places.length === 1 && word.length >= 6)
    return rare.flatMap(([word, places]) => {
      const right = [...byWord].filter(([other, uses]) => uses.length >= 2 && lookAlike(word, other))
      if (right.length !== 1) return []
      const answers = [...places, ...right[0]![1].slice(0, 5)].map((m) => ({
        value: m.word,
        label: m.word,
        statements: [],
        evidence: m.span,
      }))
      return conflictOf(
        'name',
        'error',
        'confused-words',
        answers,
        () => `“${word}” stands once where “${right[0]![0]}” is meant, as elsewhere.`,
      )
    })
  })
}

/** Adjectives and nouns of one report with what they are said of. */
function modifiers(view: View, reading: Reading): (Modifier & { readonly entity: string })[] {
  return reading.mentions.flatMap((mention) => {
    const entity = view.entityOf(reading, mention)
    const sentence = reading.sentences[mention.sentence]
    if (!entity || !sentence || mention.kind === 'pronoun' || entity.type === 'place') return []
    const head = mention.kind === 'name' ? mention.firstToken : mention.headToken
    return describing(sentence, head).map((token) => ({
      reading,
      entity: entity.id,
      word: token.form.toLowerCase(),
      span: { report: reading.report.id, start: token.start, end: sentence.tokens[mention.headToken]!.end },
    }))
  })
}

/** The describing words right before a name or a head: "the Arvenian paramilitary Beaconmark Group". */
function describing(sentence: Sentence, head: number): Token[] {
  const found: Token[] = []
  for (let i = head - 1; i >= 0 && i >= head - 3; i--) {
    const token = sentence.tokens[i]!
    if (!/^(?:ADJ|NOUN|PROPN|DET)$/.test(token.upos)) break
    if (token.upos !== 'DET' && /^\p{Ll}+$/u.test(token.form)) found.push(token)
  }
  return found
}

/** Words that the eye takes for each other: same beginning, same end, few letters apart. */
function lookAlike(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 2 || a.slice(0, 2) !== b.slice(0, 2) || a.slice(-2) !== b.slice(-2))
    return false
  return distance(a, b) <= 0.45 * Math.max(a.length, b.length)
}
