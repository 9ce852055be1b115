import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scoreSpans, spansFromBio } from '../bench/scorers/spans.js'
import { readTaggedTsv, type TaggedDocument } from '../bench/tsv.js'
import { type Gazetteer, gazetteerFromBytes } from '../src/knowledge/gazetteer.js'
import { contextFeatures, mostFeatures, reach, wordFeatures } from '../src/language/names/features.js'
import { buildLexicon } from '../src/language/names/lexicon.js'
import { findNames, nameTaggerFromBytes, transitionFeature } from '../src/language/names/names.js'
import { layOut, type Page } from '../src/language/names/page.js'
import { goesOn, labels, mayFollow, staysOpen, tagCount, tagNames, tagsFromNames } from '../src/language/names/tags.js'
import { wordReader } from '../src/language/names/words.js'
import { LinearModel } from '../src/weights/linear-model.js'
import { codeOfWeight } from '../src/weights/weight-codes.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { type Crf, type Sequences, trainCrf } from './crf.js'
import { seeded } from './random.js'
import { dataFolder, readModel, writeModel } from './sources.js'
import type { Flags } from './train.js'

const epochs = 5
/** Runs over the data in different orders, whose weights are averaged. */
const seeds = [1, 2]
/** Features seen fewer times than this are left out. */
const fewest = 2
/** Weights smaller than `floor` are left out, and features none of whose weights reaches `rowFloor`. */
const floor = 0.01
const rowFloor = 0.05
/** The weight that the largest code stands for; larger ones are cut down to it. */
const largest = 4

/**
 * Trains the name tagger, a linear-chain conditional random field, on Worldwide's newspapers:
 * first without every tenth document, to see how it does on those, then on all of them.
 */
export function train(flags: Flags): void {
  const classes = WordClasses.fromBytes(readModel('word-classes.bin'))
  const gazetteer = gazetteerFromBytes(readModel('gazetteer.bin'))
  const lexicon = buildLexicon(gazetteer)
  const readWord = wordReader(classes)
  const page = (document: TaggedDocument): Page =>
    layOut(
      document.sentences.map((sentence) => sentence.forms.map(readWord)),
      lexicon,
    )
  const learn = (documents: readonly TaggedDocument[], orders: readonly number[]): LinearModel => {
    const lessons = [
      ...documents.map((document) => ({ document, page: page(document), sentences: document.sentences.length })),
      ...documents.flatMap(headed).map((document) => ({ document, page: page(document), sentences: 1 })),
    ]
    const { data, hashes } = gather(lessons)
    log(`${lessons.length} lessons, ${hashes.length} features`)
    const crfs = orders.map((seed) =>
      trainCrf(data, {
        tags: tagCount,
        features: hashes.length,
        mayFollow,
        mayBegin: (tag) => !goesOn(tag),
        mayEnd: (tag) => !staysOpen(tag),
        epochs: flags.epochs ?? epochs,
        rate: 0.1,
        shrink: 0.003,
        dropout: 0.3,
        seed,
        afterEpoch: (epoch, loss) => log(`order ${seed}, epoch ${epoch + 1}: loss ${loss.toFixed(3)}`),
      }),
    )
    return pack(meanOf(crfs), hashes)
  }

  const file = join(dataFolder(flags.data), 'ner', 'worldwide-newswire-train.tsv')
  const all = readTaggedTsv(readFileSync(file, 'utf8'))
  const isHeld = (i: number) => i % 10 === 7
  const trial = learn(
    all.filter((_, i) => !isHeld(i)),
    seeds.slice(0, 1),
  )
  report(
    trial,
    classes,
    gazetteer,
    all.filter((_, i) => isHeld(i)),
  )
  writeModel('names.bin', learn(all, seeds).toBytes())
}

function meanOf(crfs: readonly Crf[]): Crf {
  const mean = (arrays: readonly Float32Array[]) =>
    arrays[0]!.map((_, i) => arrays.reduce((sum, array) => sum + array[i]!, 0) / arrays.length)
  return {
    tags: crfs[0]!.tags,
    emissions: mean(crfs.map((crf) => crf.emissions)),
    transitions: mean(crfs.map((crf) => crf.transitions)),
  }
}

const started = Date.now()

function log(line: string): void {
  process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}\n`)
}

/** Logs how a model does on documents it has not seen, document pass included. */
function report(
  model: LinearModel,
  classes: WordClasses,
  gazetteer: Gazetteer,
  documents: readonly TaggedDocument[],
): void {
  const tagger = nameTaggerFromBytes(model.toBytes(), classes, gazetteer)
  const gold = documents.flatMap((document, d) =>
    document.sentences.flatMap((sentence, s) => spansFromBio(sentence.tags, d * 10_000 + s)),
  )
  const found = documents.flatMap((document, d) =>
    findNames(
      document.sentences.map(({ forms }) => ({ tokens: forms.map((form) => ({ form })) })),
      tagger,
    ).map((name) => ({
      document: d * 10_000 + name.sentence,
      start: name.firstToken,
      end: name.endToken,
      label: name.label,
    })),
  )
  const { precision, recall, f1 } = scoreSpans(found, gold)
  log(`on ${documents.length} documents held back: precision ${precision}, recall ${recall}, F1 ${f1}`)
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
  put(roomy, contextFeatures(page, at, roomy))
}

/** A document of which the first few sentences are to be learnt. */
interface Lesson {
  readonly document: TaggedDocument
  readonly page: Page
  readonly sentences: number
}

const smallInHeadings = new Set('a an the of in on at to for and or but by with from as is his her its'.split(' '))

/** The document once more under a heading: one of its own sentences in title case, every fifth time in capitals. */
function headed(document: TaggedDocument, index: number): TaggedDocument[] {
  const random = seeded(index)
  const short = document.sentences.filter(({ forms }) => forms.length >= 5 && forms.length <= 25)
  const chosen = short[Math.floor(random() * short.length)]
  if (!chosen) return []
  const shouts = random() < 0.2
  const forms = chosen.forms.map((form, i) => {
    if (shouts) return form.toUpperCase()
    return i > 0 && smallInHeadings.has(form) ? form : form.charAt(0).toUpperCase() + form.slice(1)
  })
  const hasStop = forms.at(-1) === '.' && forms.length > 1
  const cut = hasStop ? -1 : undefined
  return [
    {
      id: document.id,
      sentences: [{ forms: forms.slice(0, cut), tags: chosen.tags.slice(0, cut) }, ...document.sentences],
    },
  ]
}

/** Features of all tokens, numbered densely; those met fewer than `fewest` times are dropped. */
function gather(lessons: readonly Lesson[]): { data: Sequences; hashes: Uint32Array } {
  const tokens = lessons.reduce((n, { page, sentences }) => n + page.starts[sentences]!, 0)
  const starts = new Uint32Array(tokens + 1)
  const gold = new Uint8Array(tokens)
  const ranges: [number, number][] = []
  const ids = new Map<number, number>()
  const counts: number[] = []
  let list = new Uint32Array(1 << 22)
  let n = 0
  let token = 0
  for (const { document, page, sentences } of lessons) {
    const from = token
    for (let at = 0; at < page.starts[sentences]!; at++, token++) {
      starts[token] = n
      putAll(page, at, (buffer, count) => {
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
    document.sentences.slice(0, sentences).forEach((sentence, s) => {
      const first = from + page.starts[s]!
      gold.set(
        tagsFromNames(
          sentence.forms.length,
          spansFromBio(sentence.tags).map(({ start, end, label }) => ({
            first: start,
            end,
            label: (labels as readonly string[]).indexOf(label),
          })),
        ),
        first,
      )
      ranges.push([first, first + sentence.forms.length])
    })
  }
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

/** The model for use: small weights dropped, the rest cut down to one byte each. */
function pack(crf: Crf, hashes: Uint32Array): LinearModel {
  const { tags } = crf
  const keys: number[] = []
  const rowStarts = [0]
  const classes: number[] = []
  const codes: number[] = []
  const addRow = (key: number, weights: Float32Array, smallest: number) => {
    weights.forEach((weight, tag) => {
      const code = codeOfWeight(Math.max(-1, Math.min(1, weight / largest)))
      if (code === 0 || Math.abs(weight) < smallest) return
      classes.push(tag)
      codes.push(code)
    })
    if (classes.length === rowStarts.at(-1)) return
    keys.push(key)
    rowStarts.push(classes.length)
  }
  hashes.forEach((hash, feature) => {
    const weights = crf.emissions.subarray(feature * tags, (feature + 1) * tags)
    if (weights.some((weight) => Math.abs(weight) >= rowFloor)) addRow(hash, weights, floor)
  })
  for (let tag = 0; tag < tags; tag++) {
    addRow(transitionFeature(tag), crf.transitions.subarray(tag * tags, (tag + 1) * tags), 0)
  }
  return new LinearModel(
    tagNames,
    {},
    Uint32Array.from(keys),
    Uint32Array.from(rowStarts),
    Uint8Array.from(classes),
    Int8Array.from(codes),
  )
}
