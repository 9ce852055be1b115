import { join } from 'node:path'
import { compare } from '../src/alignment/claims/comparison.js'
import { featureValues } from '../src/alignment/claims/features.js'
import { type Page, type Passage, pageOf } from '../src/alignment/claims/passages.js'
import { profilesOf } from '../src/alignment/claims/profiles.js'
import { Vocabulary } from '../src/alignment/claims/vocabulary.js'
import { mergeCharacters } from '../src/alignment/entities/entities.js'
import type { WordMeanings } from '../src/knowledge/synonyms.js'
import type { Example } from '../training/claims-examples.js'
import { childTokens } from './event-passages.js'
import { type ParaphraseRow, type ReadText, readRows, readTexts } from './read-corpora.js'

/** Pairs of sentences of the Microsoft paraphrase corpus. */
export function paraphraseExamples(data: string, split: 'train' | 'test', meanings: WordMeanings): Example[] {
  const rows = readRows<ParaphraseRow>(join(data, 'mrpc', `pairs-${split}.jsonl`))
  const read = readTexts(
    split === 'train' ? 'mrpc' : 'mrpc-test',
    rows.flatMap(({ s1, s2 }, i) => [
      { id: `${i}a`, text: s1 },
      { id: `${i}b`, text: s2 },
    ]),
  )
  return rows.map(({ paraphrase }, i) => {
    const pair = [read[2 * i]!, read[2 * i + 1]!]
    const { entityOf } = mergeCharacters(pair.map(({ reading }) => reading))
    const vocabulary = new Vocabulary(meanings)
    const [a, b] = profilesOf(
      pair.map((text, r) => wholeText(text, pageOf(text.reading, r, entityOf[r]!))),
      vocabulary,
    )
    return { values: featureValues(compare(a!, b!, vocabulary)), label: paraphrase }
  })
}

/** A text of one sentence, or its longest, as one passage about its main clause. */
function wholeText({ reading, found }: ReadText, page: Page): Passage {
  const sentence = [...reading.sentences].sort((x, y) => y.tokens.length - x.tokens.length)[0]!
  const root = Math.max(
    0,
    sentence.tokens.findIndex(({ head }) => head < 0),
  )
  const statements = found.statements.filter(({ start }) => start >= sentence.start && start < sentence.end)
  const children = childTokens(sentence, root)
  return {
    page,
    sentence,
    first: 0,
    end: sentence.tokens.length,
    head: root,
    agent: children.agent,
    patient: children.patient,
    when: statements.find(({ when }) => when !== null)?.when ?? null,
    where: null,
    numbers: reading.numbers,
    isDenied: false,
    polarity: statements.some(({ polarity }) => polarity === 'negative') ? 'negative' : 'positive',
    root: 'outlet',
  }
}
