import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gazetteerFromBytes } from '../../src/knowledge/gazetteer.js'
import { findNames, type NameTagger, nameTaggerFromBytes } from '../../src/language/names/names.js'
import { labels } from '../../src/language/names/tags.js'
import { WordClasses } from '../../src/weights/word-classes.js'
import { readModel } from '../../training/sources.js'
import type { SuiteOptions, SuiteResult, SuiteRow } from '../result.js'
import { type LabelledSpan, scoreSpans, spansFromBio } from '../scorers/spans.js'
import { readTaggedTsv, type TaggedDocument } from '../tsv.js'

/** Names of whole documents against the Worldwide corpus (nine labels), and across corpora against UNER EWT (three). */
export async function run({ data, split }: SuiteOptions): Promise<SuiteResult> {
  const started = performance.now()
  const tagger = nameTaggerFromBytes(
    readModel('names.bin'),
    WordClasses.fromBytes(readModel('word-classes.bin')),
    gazetteerFromBytes(readModel('gazetteer.bin')),
  )
  const loading = performance.now() - started
  const read = (name: string) => readTaggedTsv(readFileSync(join(data, 'ner', name), 'utf8'))

  const news = read(`worldwide-newswire-${split}.tsv`)
  const gold = news.flatMap(goldSpans)
  const found = news.flatMap((document, i) => foundSpans(document, i, tagger))
  const all = scoreSpans(found, gold)
  const rows: SuiteRow[] = [
    { name: 'Worldwide, nine labels: F1', value: all.f1, bar: 78 },
    { name: 'Worldwide, nine labels: precision', value: all.precision },
    { name: 'Worldwide, nine labels: recall', value: all.recall },
  ]
  for (const label of labels) {
    const only = (span: LabelledSpan) => span.label === label
    rows.push({ name: `Worldwide, ${label}: F1`, value: scoreSpans(found.filter(only), gold.filter(only)).f1 })
  }
  const three = scoreSpans(found.flatMap(toThree), gold.flatMap(toThree))
  rows.push({ name: 'Worldwide, PER LOC ORG: F1', value: three.f1 })

  const web = read(`uner-ewt-${split}.tsv`)
  const across = scoreSpans(
    web.flatMap((document, i) => foundSpans(document, i, tagger)).flatMap(toThree),
    web.flatMap(goldSpans),
  )
  rows.push({ name: 'UNER EWT, PER LOC ORG: F1', value: across.f1 })

  const tokens = news.reduce((n, document) => n + document.sentences.reduce((m, s) => m + s.forms.length, 0), 0)
  const again = performance.now()
  for (const [i, document] of news.entries()) foundSpans(document, i, tagger)
  const seconds = (performance.now() - again) / 1000
  rows.push({ name: 'tokens a second, warm', value: Math.round(tokens / seconds) })
  rows.push({ name: 'loading, ms (classes and gazetteer included)', value: Math.round(loading) })
  return { suite: 'names', split, rows }
}

function goldSpans(document: TaggedDocument, index: number): LabelledSpan[] {
  const offsets = sentenceOffsets(document)
  return document.sentences.flatMap((sentence, i) => spansFromBio(sentence.tags, index, offsets[i]!))
}

function foundSpans(document: TaggedDocument, index: number, tagger: NameTagger): LabelledSpan[] {
  const offsets = sentenceOffsets(document)
  const sentences = document.sentences.map(({ forms }) => ({
    tokens: forms.map((form) => ({ form })),
  }))
  return findNames(sentences, tagger).map((name) => ({
    document: index,
    start: offsets[name.sentence]! + name.firstToken,
    end: offsets[name.sentence]! + name.endToken,
    label: name.label,
  }))
}

function sentenceOffsets(document: TaggedDocument): number[] {
  const offsets: number[] = []
  let at = 0
  for (const { forms } of document.sentences) {
    offsets.push(at)
    at += forms.length
  }
  return offsets
}

/** The labels of UNER: a building counts as a place; peoples, works, dates and sums are left out. */
function toThree(span: LabelledSpan): LabelledSpan[] {
  const label = {
    Person: 'PER',
    PER: 'PER',
    Location: 'LOC',
    Facility: 'LOC',
    LOC: 'LOC',
    Organization: 'ORG',
    ORG: 'ORG',
  }[span.label]
  return label === undefined ? [] : [{ ...span, label }]
}
