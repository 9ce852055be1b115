import type { Alignment, Tie } from '../../src/model/alignment.js'
import type { Attribution, Entity, Statement } from '../../src/model/findings.js'
import type { Reading, Sentence, Token } from '../../src/model/reading.js'
import type { Report } from '../../src/model/report.js'

/** A sentence of a made-up report: its words, the claim it makes, and through whom, from the outside in. */
export interface Line {
  readonly words: string
  readonly claim: string
  readonly chain?: readonly string[]
  /** What it tells: "happen" where nothing is given. */
  readonly predicate?: string
  /** Who did it. */
  readonly doer?: string
  readonly polarity?: Statement['polarity']
  readonly stance?: Statement['stance']
  readonly factuality?: Statement['factuality']
  /** The rule by which it became a statement. */
  readonly rule?: string
  /** The rule that found whose it is. */
  readonly foundBy?: string
}

export interface Draft {
  readonly id: string
  readonly outlet?: string
  readonly published?: string
  readonly lines: readonly Line[]
}

/** A voice: its name, or what it is called where it has none. */
export interface Voice {
  readonly id: string
  readonly name?: string
  readonly called?: readonly string[]
  readonly type?: Entity['type']
}

/** Readings and an alignment as the earlier stages would make them, without the models: every sentence is one statement. */
export function storyOf(
  drafts: readonly Draft[],
  voices: readonly Voice[],
  ties?: readonly Tie[],
): { readonly readings: Reading[]; readonly alignment: Alignment } {
  const statements: Statement[] = []
  const attributions: Attribution[] = []
  const claims = new Map<string, string[]>()
  const readings = drafts.map(({ id, outlet, published, lines }): Reading => {
    let text = ''
    const sentences = lines.map((line, index): Sentence => {
      const { words, claim, chain, predicate = 'happen', doer, polarity = 'positive', rule = 'test' } = line
      const { stance = 'stated', factuality = 'certain', foundBy = 'test' } = line
      const start = text.length
      text += `${words} `
      const end = start + words.length
      const statement = `${id}-${index}`
      const attribution = chain === undefined ? null : `a-${statement}`
      const full = ['outlet', ...(chain ?? [])]
      if (attribution !== null)
        attributions.push({
          id: attribution,
          report: id,
          kind: 'indirect',
          content: [{ start, end }],
          cue: [],
          source: [],
          chain: full,
          because: { rule: foundBy, spans: [] },
        })
      statements.push({
        id: statement,
        report: id,
        start,
        end,
        gist: words,
        attribution,
        chain: full,
        stance,
        polarity,
        factuality,
        event: { predicate, roles: doer === undefined ? [] : [{ role: 'agent', entity: doer, start, end }] },
        when: null,
        where: null,
        numbers: [],
        because: { rule, spans: [] },
      })
      claims.set(claim, [...(claims.get(claim) ?? []), statement])
      return { index, paragraph: index, kind: 'prose', start, end, tokens: tokensOf(words, start) }
    })
    const report: Report = {
      id,
      source: `${id}.txt`,
      text,
      sha256: id,
      title: null,
      outlet: outlet ?? null,
      byline: null,
      published: published ?? null,
      publishedBecause: published === undefined ? null : 'given',
      furniture: [],
    }
    return { report, sentences, mentions: [], characters: [], times: [], numbers: [], notes: [] }
  })
  const entities = voices.map(
    ({ id, name, called = [], type = 'person' }): Entity => ({
      id,
      type,
      name: name ?? called[0] ?? '',
      names: name === undefined ? [] : [name],
      descriptions: called,
      roles: [],
      mentions: [],
      because: { rule: 'test', spans: [] },
    }),
  )
  return {
    readings,
    alignment: {
      entities,
      attributions,
      statements,
      claims: [...claims].map(([id, members]) => ({
        id,
        gist: id,
        statements: members,
        because: { rule: 'test', spans: [] },
        ...(ties ? { ties } : {}),
      })),
      neighbours: [],
    },
  }
}

function tokensOf(words: string, offset: number): Token[] {
  return [...words.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
    form: match[0],
    lemma: match[0].toLowerCase(),
    upos: /^\p{Lu}/u.test(match[0]) ? 'PROPN' : match[0].length > 3 ? 'NOUN' : 'ADP',
    xpos: 'NN',
    head: -1,
    deprel: 'root',
  }))
}
