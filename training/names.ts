import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LabelledSpan, scoreSpans, spansFromBio } from '../bench/scorers/spans.js'
import { readTaggedTsv, type TaggedDocument } from '../bench/tsv.js'
import { type Gazetteer, gazetteerFromBytes } from '../src/knowledge/gazetteer.js'
import { contextFeatures, mostFeatures, reach, wordFeatures } from '../src/language/names/features.js'
import { buildLexicon } from '../src/language/names/lexicon.js'
import { findNames, nameTaggerFromBytes, transitionFeature } from '../src/language/names/names.js'
import { layOut, type Page } from '../src/language/names/page.js'
import { goesOn, labels, mayFollow, staysOpen, tagCount, tagNames, tagsFromNames } from '../src/language/names/tags.js'
import { wordReader } from '../src/language/names/words.js'
import { wordCoder } from '../src/language/word-codes.js'
import { draftTags, taggerFromBytes } from '../src/language/tags/tagger.js'
import { codeOfWeight, LinearModel } from '../src/weights/linear-model.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { type Crf, type Sequences, trainCrf } from './crf.js'
import { dataFolder, readModel, writeModel } from './sources.js'
import type { Flags } from './train.js'

const num = (name: string, d: number) => Number(process.env[name] ?? d)

const epochs = 5
const useTags = process.env['TAGS'] === '1'
/** Features seen fewer times than this are left out. */
const fewest = num('MIN', 2)
const shared = {
  tags: tagCount,
  mayFollow,
  mayBegin: (tag: number) => !goesOn(tag),
  mayEnd: (tag: number) => !staysOpen(tag),
  rate: num('RATE', 0.1),
  shrink: num('SHRINK', 0.003),
  dropout: num('DROPOUT', 0.3),
}

export function train(flags: Flags): void {
  const classes = WordClasses.fromBytes(readModel('word-classes.bin'))
  const gazetteer = gazetteerFromBytes(readModel('gazetteer.bin'))
  const lexicon = buildLexicon(gazetteer)
  const readWord = wordReader(classes)
  const tagsOf = tagReader(classes)
  const page = (document: TaggedDocument): Page =>
    layOut(
      document.sentences.map((s) => ({ words: s.forms.map(readWord), tags: tagsOf(s.forms) })),
      lexicon,
    )
  const file = (name: string) => readTaggedTsv(readFileSync(join(dataFolder(flags.data), 'ner', name), 'utf8'))
  const all = file('worldwide-newswire-train.tsv')
  const training = process.env['FULL'] ? all : all.filter((_, i) => i % 10 !== 7 && (!process.env['SMALL'] || i % 4 === 0))
  const dev = process.env['FULL'] ? file('worldwide-newswire-dev.tsv') : all.filter((_, i) => i % 10 === 7)

  const pages = training.map(page)
  const { data, hashes } = gather(training, pages, (p, at, put) => putAll(p, at, put))
  log(`${hashes.length} features of the first pass`)
  const first = trainCrf(data, { ...shared, features: hashes.length, epochs: flags.epochs ?? epochs, seed: 1, afterEpoch })
  log(`largest weight ${first.emissions.reduce((n, w) => Math.max(n, Math.abs(w)), 0)} transitions ${first.transitions.reduce((n, w) => Math.max(n, Math.abs(w)), 0)}`)
  const parts = [pack(first, hashes)]
  if (process.env['PACKS'])
    for (const [a, b] of [[0, 0], [0.005, 0.01], [0.01, 0.02], [0.01, 0.05], [0.02, 0.02], [0.02, 0.05], [0.03, 0.05], [0.03, 0.1]]) {
      process.env['FLOOR'] = String(a)
      process.env['ROWFLOOR'] = String(b)
      log(`floor ${a} row floor ${b}`)
      report('first pass', merge([pack(first, hashes)]), classes, gazetteer, dev)
    }
  report('first pass', merge(parts), classes, gazetteer, dev)

  if (process.env['OUT']) writeModel('names.bin', merge(parts).toBytes())
}

function tagged(forms: readonly string[], tagsOf: (forms: readonly string[]) => string[]) {
  const tags = tagsOf(forms)
  return forms.map((form, i) => ({ form, xpos: tags[i]!, upos: '' }))
}

function tagReader(classes: WordClasses): (forms: readonly string[]) => string[] {
  if (!useTags) return (forms) => forms.map(() => '')
  const tagger = taggerFromBytes(readFileSync('/tmp/names-tags-draft.bin'))
  const code = wordCoder(classes)
  return (forms) => draftTags(forms.map(code), tagger).map((tag) => tag.xpos)
}

function afterEpoch(epoch: number, loss: number): void {
  log(`epoch ${epoch + 1}: loss ${loss.toFixed(3)}`)
}

const started = Date.now()

function log(line: string): void {
  process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}\n`)
}

function report(name: string, model: LinearModel, classes: WordClasses, gazetteer: Gazetteer, dev: readonly TaggedDocument[]): void {
  const tagsOf = tagReader(classes)
  const bytes = model.toBytes()
  const tagger = nameTaggerFromBytes(bytes, classes, gazetteer)
  const gold: LabelledSpan[] = []
  const found: LabelledSpan[] = []
  dev.forEach((document, d) => {
    const offsets: number[] = []
    let at = 0
    for (const s of document.sentences) {
      offsets.push(at)
      gold.push(...spansFromBio(s.tags, d, at))
      at += s.forms.length
    }
    const sentences = document.sentences.map((s) => ({ tokens: tagged(s.forms, tagsOf) }))
    for (const n of findNames(sentences, tagger)) {
      found.push({ document: d, start: offsets[n.sentence]! + n.firstToken, end: offsets[n.sentence]! + n.endToken, label: n.label })
    }
  })
  const s = scoreSpans(found, gold)
  const per = labels.map((label) => `${label.slice(0, 5)} ${scoreSpans(found.filter((x) => x.label === label), gold.filter((x) => x.label === label)).f1}`)
  log(`${name}: P ${s.precision} R ${s.recall} F1 ${s.f1}; ${model.rows} rows, ${Math.round(bytes.length / 1024)} KB; ${per.join(', ')}`)
}

type Put = (features: Uint32Array, count: number) => void

const roomy = new Uint32Array(mostFeatures)

/** All features of the first pass for one token. */
function putAll(page: Page, at: number, put: Put): void {
  for (let offset = -reach; offset <= reach; offset++) {
    const place = at + offset
    const inside = place >= page.sentenceStart[at]! && place < page.sentenceEnd[at]!
    put(roomy, wordFeatures(inside ? page.words[place] : undefined, offset, roomy))
  }
  put(roomy, contextFeatures(page, at, useTags, roomy))
}

/** Features of all tokens, numbered densely; those met fewer than `fewest` times are dropped. */
function gather(
  documents: readonly TaggedDocument[],
  pages: readonly Page[],
  features: (page: Page, at: number, put: Put) => void,
): { data: Sequences; hashes: Uint32Array } {
  const tokens = pages.reduce((n, p) => n + p.words.length, 0)
  const starts = new Uint32Array(tokens + 1)
  const gold = new Uint8Array(tokens)
  const ranges: [number, number][] = []
  const ids = new Map<number, number>()
  const counts: number[] = []
  let list = new Uint32Array(1 << 22)
  let n = 0
  let token = 0
  documents.forEach((document, d) => {
    const page = pages[d]!
    const from = token
    for (let at = 0; at < page.words.length; at++, token++) {
      starts[token] = n
      features(page, at, (buffer, count) => {
        if (n + count > list.length) {
          const larger = new Uint32Array(list.length * 2)
          larger.set(list)
          list = larger
        }
        for (let f = 0; f < count; f++) {
          let id = ids.get(buffer[f]!)
          if (id === undefined) {
            id = ids.size
            ids.set(buffer[f]!, id)
            counts.push(0)
          }
          counts[id]!++
          list[n++] = id
        }
      })
    }
    document.sentences.forEach((sentence, s) => {
      const first = from + page.starts[s]!
      gold.set(
        tagsFromNames(
          sentence.forms.length,
          spansFromBio(sentence.tags).map(({ start, end, label }) => ({ first: start, end, label: labels.findIndex((l) => l === label) })),
        ),
        first,
      )
      ranges.push([first, first + sentence.forms.length])
    })
  })
  starts[token] = n

  const numbers = new Int32Array(ids.size).fill(-1)
  let kept = 0
  counts.forEach((count, id) => {
    if (count >= fewest) numbers[id] = kept++
  })
  const hashes = new Uint32Array(kept)
  for (const [hash, id] of ids) if (numbers[id]! >= 0) hashes[numbers[id]!] = hash
  const keptStarts = new Uint32Array(starts.length)
  let m = 0
  for (let i = 0; i < token; i++) {
    keptStarts[i] = m
    for (let f = starts[i]!; f < starts[i + 1]!; f++) {
      const id = numbers[list[f]!]!
      if (id >= 0) list[m++] = id
    }
  }
  keptStarts[token] = m
  return { data: { starts: keptStarts, features: list.slice(0, m), gold, ranges }, hashes }
}

interface Packed {
  readonly keys: number[]
  readonly lengths: number[]
  readonly classes: number[]
  readonly weights: number[]
}

/** The weight that the largest code stands for; larger ones are cut down to it. */
const largest = 4

function pack(crf: Crf, hashes: Uint32Array): Packed {
  const { tags } = crf
  const floor = num('FLOOR', 0.01)
  const rowFloor = num('ROWFLOOR', 0.05)
  const packed: Packed = { keys: [], lengths: [], classes: [], weights: [] }
  const row = (key: number, weights: Float32Array, floor: number, rowFloor: number) => {
    if (!weights.some((w) => Math.abs(w) >= rowFloor)) return
    let length = 0
    weights.forEach((w, t) => {
      if (Math.abs(w) < floor) return
      const code = codeOfWeight(Math.max(-1, Math.min(1, w / largest)))
      if (code === 0) return
      packed.classes.push(t)
      packed.weights.push(code)
      length++
    })
    if (length === 0) return
    packed.keys.push(key)
    packed.lengths.push(length)
  }
  for (let f = 0; f < hashes.length; f++) row(hashes[f]!, crf.emissions.subarray(f * tags, (f + 1) * tags), floor, rowFloor)
  for (let t = 0; t < tags; t++) row(transitionFeature(t), crf.transitions.subarray(t * tags, (t + 1) * tags), 0, 0)
  return packed
}

function merge(parts: readonly Packed[]): LinearModel {
  const rowStarts = [0]
  for (const length of parts.flatMap((p) => p.lengths)) rowStarts.push(rowStarts.at(-1)! + length)
  const weights = parts.flatMap((p) => p.weights)
  return new LinearModel(
    tagNames,
    { tags: useTags },
    Uint32Array.from(parts.flatMap((p) => p.keys)),
    Uint32Array.from(rowStarts),
    Uint8Array.from(parts.flatMap((p) => p.classes)),
    Int8Array.from(weights),
  )
}
