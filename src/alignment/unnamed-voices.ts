import { namingWords } from '../knowledge/description-name.js'
import { type ReadReport, unnamedVoice } from '../model/alignment.js'
import type { Entity } from '../model/findings.js'
import type { Reading, Token } from '../model/reading.js'
import { firstEndingAfter, type Range } from '../model/span.js'
import type { Voice, VoicedAttribution } from '../model/statements.js'

/** Entities for voices that no character answers to. */
export interface UnnamedVoices {
  readonly entities: readonly Entity[]
  /** The entities of the unnamed links in the chain of an attribution, in their order; both are given by their index. */
  readonly linksOf: (report: number, attribution: number) => readonly string[]
}

/** The entity for "it is said": one for the story. Annotated stories spell it in these two ways. */
const nobody = { id: unnamedVoice, name: 'unnamed voice', names: ['unnamed voice', 'agentless / unnamed voice'] }

/**
 * "two people familiar with the matter said …"  →  an entity of their own, by those words.
 *
 * The same words in one report are one voice; in two reports they stay two, since nothing shows that they are the same people.
 */
export function unnamedVoices(reports: readonly ReadReport[]): UnnamedVoices {
  const entities = new Map<string, Entity>()
  const ids = new Map<string, string>()
  reports.forEach(({ reading, found }, r) => {
    found.attributions.forEach((attribution, a) => {
      if (!attribution.chain.some(isUnnamed)) return
      const isOwn = isUnnamed(attribution.chain.at(-1))
      const report = reading.report.id
      const source = isOwn ? attribution.source : []
      const words = source
        .map(({ start, end }) => reading.report.text.slice(start, end))
        .join(' ')
        .replace(/\s+/g, ' ')
        .replace(onlyPronoun, '')
      const key = words === '' ? nobody.id : `${r} ${words.toLowerCase()}`
      const known = entities.get(key)
      const spoken = source.map(({ start, end }) => ({ report, start, end, how: 'nominal' as const }))
      entities.set(key, {
        id: known?.id ?? (words === '' ? nobody.id : `u${entities.size + 1}`),
        type: 'group',
        name: words === '' ? nobody.name : nameOf(source, reading),
        names: words === '' ? nobody.names : [],
        descriptions: words === '' ? [] : [words],
        roles: [],
        mentions: [...(known?.mentions ?? []), ...spoken],
        because: { rule: 'unnamed-voice', spans: [...(known?.because.spans ?? []), ...attribution.because.spans] },
      })
      if (isOwn) ids.set(`${r} ${a}`, entities.get(key)!.id)
    })
  })
  const links = reports.map(({ found }, r) => linksOf(found.attributions, (a) => ids.get(`${r} ${a}`)))
  return { entities: [...entities.values()], linksOf: (report, attribution) => links[report]![attribution]! }
}

/**
 * "Two clerks said that the log was lost and that Ada Holm had told them so."  →  the two clerks stand in the chain of what Holm told
 *
 * The last unnamed link of a chain is the attribution's own voice, if it has words for one; those before it are links of the chain it begins with.
 */
function linksOf(
  attributions: readonly VoicedAttribution[],
  own: (attribution: number) => string | undefined,
): readonly (readonly string[])[] {
  const known = new Map<number, readonly string[]>()
  const settle = (a: number): readonly string[] => {
    const found = known.get(a)
    if (found) return found
    known.set(a, [])
    const { chain, chainFrom } = attributions[a]!
    const before = chainFrom === null ? [] : settle(chainFrom)
    const links = chain
      .filter(isUnnamed)
      .map(
        (_, i, { length }) =>
          (i === length - 1 && isUnnamed(chain.at(-1)) ? named(own(a)) : undefined) ?? before[i] ?? nobody.id,
      )
    known.set(a, links)
    return links
  }
  return attributions.map((_, a) => settle(a))
}

function named(id: string | undefined): string | undefined {
  return id === nobody.id ? undefined : id
}

function isUnnamed(voice: Voice | undefined): boolean {
  return typeof voice === 'number' && voice < 0
}

/** "they", "who": such a voice is nobody in particular where it is not known for whom the word stands. */
const onlyPronoun = /^(?:he|she|it|they|i|we|you|him|her|them|who|which|that|this|what|those|these)$/i

/** "two clerks who kept the log" → "two clerks" */
function nameOf(source: readonly Range[], { report, sentences }: Reading): string {
  const tokens = source.flatMap((span) => tokensIn(span, sentences))
  const nouns = tokens.map(({ upos }) => upos === 'NOUN' || upos === 'PROPN')
  const head = nouns.findIndex((noun, i) => noun && !nouns[i + 1])
  if (head < 0) return source.map((span) => wordsOf(span, report.text)).join(' ')
  const kept = namingWords(tokens, head)
  return source
    .flatMap(({ start, end }) => {
      const last = kept.findLast((token) => token.start >= start && token.start < end)
      return last ? [wordsOf({ start, end: Math.min(end, last.end) }, report.text)] : []
    })
    .join(' ')
}

function tokensIn({ start, end }: Range, sentences: Reading['sentences']): Token[] {
  return (sentences[firstEndingAfter(sentences, start)]?.tokens ?? []).filter(
    (token) => token.end > start && token.start < end,
  )
}

function wordsOf({ start, end }: Range, text: string): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}
