import { type PolnearRow, readPolnear, reportOf, trimmed } from '../bench/polnear.js'
import { scoreSpans } from '../bench/scorers/spans.js'
import { loadLanguage, readLanguage } from '../src/language/language.js'
import type { Reading } from '../src/model/reading.js'
import { cueFeatures, mostCueFeatures } from '../src/statements/attribution/tagger/cue-features.js'
import { cueTags, mayFollow, roleTags, type TagSet, tagNames } from '../src/statements/attribution/tagger/decode.js'
import { layOut, type Page } from '../src/statements/attribution/tagger/page.js'
import {
  type CuePlace,
  linksOf,
  mostRoleFeatures,
  roleFeatures,
} from '../src/statements/attribution/tagger/role-features.js'
import {
  type AttributionTagger,
  attributionTaggerFromBytes,
  cuePlace,
  cueWords,
  readersFrom,
  tagAttributions,
  transitionFeature,
} from '../src/statements/attribution/tagger/tagger.js'
import { type ParsedReport, parsedReport } from '../src/statements/parsed-report.js'
import { LinearModel } from '../src/weights/linear-model.js'
import { codeOfWeight } from '../src/weights/weight-codes.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { type Crf, type Sequences, trainCrf } from './crf.js'
import { dataFolder, readModel, writeModel } from './sources.js'
import type { Flags } from './train.js'

/** One family of tags: how it is learnt. */
interface Course {
  readonly tags: TagSet
  readonly epochs: number
  readonly rate: number
  readonly shrink: number
  readonly dropout: number
  /** Features seen fewer times than this are left out. */
  readonly fewest: number
  /** Weights smaller than this are left out, and features none of whose weights reaches `rowFloor`. */
  readonly floor: number
  readonly rowFloor: number
}

const cueCourse: Course = {
  tags: cueTags,
  epochs: 5,
  rate: 0.1,
  shrink: 0.003,
  dropout: 0.4,
  fewest: 3,
  floor: 0.03,
  rowFloor: 0.14,
}
const roleCourse: Course = { ...cueCourse, tags: roleTags, dropout: 0.2, fewest: 4 }

/** The weight that the largest code stands for; larger ones are cut down to it. */
const largest = 4
const seed = 1

const started = Date.now()
const log = (line: string) =>
  process.stderr.write(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}\n`)

/** Trains the tagger of attributions on PolNeAR: a CRF for cues, and one for what each word is to a given cue. */
export function train(flags: Flags): void {
  const classes = WordClasses.fromBytes(readModel('word-classes.bin'))
  const data = dataFolder(flags.data)
  const lessons = lessonsOf(readPolnear(data, 'train'), classes)
  log(`${lessons.length} articles`)
  const tagger = attributionTaggerFromBytes(learn(lessons).toBytes(), classes)
  writeModel('attribution.bin', tagger.model.toBytes())
}

export interface Lesson {
  readonly row: PolnearRow
  readonly parsed: ParsedReport
  readonly page: Page
  /** First word and end of each cue, with the words of its source and content. */
  readonly cues: readonly GoldCue[]
}

export interface GoldCue {
  readonly place: readonly [number, number]
  readonly source: readonly (readonly [number, number])[]
  readonly content: readonly (readonly [number, number])[]
}

export function lessonsOf(rows: readonly PolnearRow[], classes: WordClasses, readings?: readonly Reading[]): Lesson[] {
  const models = readings ? undefined : loadLanguage(readModel)
  const readers = readersFrom(classes)
  return rows.map((row, i) => {
    const parsed = parsedReport(readings?.[i] ?? readLanguage(reportOf(row), models!))
    const page = layOut(parsed, readers)
    const words = (offsets: readonly [number, number]) => wordsIn(page, trimmed(row.text, offsets))
    const cues = row.attributions.flatMap((attribution): GoldCue[] => {
      const place = attribution.cue[0] && words(attribution.cue[0])
      return place && place[1] > place[0]
        ? [{ place, source: attribution.source.map(words), content: attribution.content.map(words) }]
        : []
    })
    return { row, parsed, page, cues }
  })
}

/** The words that share characters with a stretch of text: first and end. */
function wordsIn(page: Page, range: { start: number; end: number }): [number, number] {
  let from = lowerBound(page.end, range.start + 1)
  let to = from
  while (to < page.start.length && page.start[to]! < range.end) to++
  if (from > to) from = to
  return [from, to]
}

function lowerBound(sorted: Int32Array, least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

export interface Courses {
  readonly cue?: Partial<Course>
  readonly role?: Partial<Course>
}

export function learn(lessons: readonly Lesson[], courses: Courses = {}): LinearModel {
  const rows = emptyRows()
  const cue = { ...cueCourse, ...courses.cue }
  const role = { ...roleCourse, ...courses.role }
  learnTags(
    cue,
    (put) => {
      for (const lesson of lessons) putCues(lesson, put)
    },
    rows,
  )
  learnTags(
    role,
    (put) => {
      for (const lesson of lessons) putRoles(lesson, put)
    },
    rows,
  )
  return new LinearModel(
    tagNames,
    {},
    Uint32Array.from(rows.keys),
    Uint32Array.from(rows.starts),
    Uint8Array.from(rows.classes),
    Int8Array.from(rows.codes),
  )
}

/** Takes one sequence: its length, the features of each word, and the tags as places in the family. */
type Put = (length: number, features: (i: number, out: Uint32Array) => number, gold: Uint8Array) => void

function putCues({ page, cues }: Lesson, put: Put): void {
  const gold = new Uint8Array(page.words.length)
  for (const { place } of cues) {
    gold[place[0]] = 1
    gold.fill(2, place[0] + 1, place[1])
  }
  for (let s = 0; s + 1 < page.starts.length; s++) {
    const from = page.starts[s]!
    const to = page.starts[s + 1]!
    put(to - from, (i, out) => cueFeatures(page, from + i, out), begun(gold.slice(from, to)))
  }
}

// A cue that crosses the end of a sentence begins anew in the next.
function begun(tags: Uint8Array): Uint8Array {
  if (tags[0] === 2) tags[0] = 1
  return tags
}

function putRoles({ page, cues }: Lesson, put: Put): void {
  const isCue = cueWords(
    page,
    cues.map(({ place }) => place),
  )
  for (const cue of cues) {
    const place = cuePlace(page, cue.place)
    const links = linksOf(page, place, isCue)
    put(
      place.windowTo - place.windowFrom,
      (i, out) => roleFeatures(page, place, links, place.windowFrom + i, out),
      goldRoles(place, cue),
    )
  }
}

function goldRoles(place: CuePlace, { source, content }: GoldCue): Uint8Array {
  const gold = new Uint8Array(place.windowTo - place.windowFrom)
  const mark = (runs: GoldCue['source'], tag: number) => {
    for (const run of runs) {
      const from = Math.max(run[0], place.windowFrom) - place.windowFrom
      const to = Math.min(run[1], place.windowTo) - place.windowFrom
      if (from >= to) continue
      gold[from] = tag
      gold.fill(tag + 1, from + 1, to)
    }
  }
  mark(content, 3)
  mark(source, 1)
  // A source inside its content cuts it in two.
  for (let i = 0; i < gold.length; i++) {
    if (gold[i] === 4 && gold[i - 1] !== 3 && gold[i - 1] !== 4) gold[i] = 3
    if (gold[i] === 2 && gold[i - 1] !== 1 && gold[i - 1] !== 2) gold[i] = 1
  }
  return gold
}

interface Rows {
  readonly keys: number[]
  readonly starts: number[]
  readonly classes: number[]
  readonly codes: number[]
}

function emptyRows(): Rows {
  return { keys: [], starts: [0], classes: [], codes: [] }
}

/** Learns one family of tags and adds its weights to the rows of the model. */
function learnTags(course: Course, putAll: (put: Put) => void, rows: Rows): void {
  const { data, hashes } = gather(course.fewest, putAll)
  log(`${data.ranges.length} sequences, ${data.gold.length} words, ${hashes.length} features`)
  const { first, end } = course.tags
  const goesOn = (tag: number) => tagNames[first + tag]!.endsWith('-on')
  const crf = trainCrf(data, {
    ...course,
    tags: end - first,
    features: hashes.length,
    mayFollow: (tag, next) => mayFollow(first + tag, first + next),
    mayBegin: (tag) => !goesOn(tag),
    mayEnd: () => true,
    seed,
    afterEpoch: (epoch, loss) => log(`epoch ${epoch + 1}: loss ${loss.toFixed(3)}`),
  })
  const before = rows.keys.length
  pack(crf, hashes, course, rows)
  log(`${rows.keys.length - before} features kept`)
}

function pack(crf: Crf, hashes: Uint32Array, { tags: { first, end }, floor, rowFloor }: Course, rows: Rows): void {
  const size = end - first
  const addRow = (key: number, weights: Float32Array, smallest: number) => {
    weights.forEach((weight, tag) => {
      const code = codeOfWeight(Math.max(-1, Math.min(1, weight / largest)))
      if (code === 0 || Math.abs(weight) < smallest) return
      rows.classes.push(first + tag)
      rows.codes.push(code)
    })
    if (rows.classes.length === rows.starts.at(-1)) return
    rows.keys.push(key)
    rows.starts.push(rows.classes.length)
  }
  hashes.forEach((hash, feature) => {
    const weights = crf.emissions.subarray(feature * size, (feature + 1) * size)
    if (weights.some((weight) => Math.abs(weight) >= rowFloor)) addRow(hash, weights, floor)
  })
  for (let tag = 0; tag < size; tag++) {
    addRow(transitionFeature(first + tag), crf.transitions.subarray(tag * size, (tag + 1) * size), 0)
  }
}

/** Features of all words, numbered densely; those met fewer than `fewest` times are dropped. */
function gather(fewest: number, putAll: (put: Put) => void): { data: Sequences; hashes: Uint32Array } {
  // Counted by the low bits of their hashes: exact enough, and there are more of them than a Map can hold.
  const counts = new Uint8Array(1 << 26)
  const slot = (hash: number) => hash & (counts.length - 1)
  const buffer = new Uint32Array(Math.max(mostCueFeatures, mostRoleFeatures))
  let words = 0
  let total = 0
  putAll((length, features) => {
    words += length
    for (let i = 0; i < length; i++) {
      const count = features(i, buffer)
      total += count
      for (let f = 0; f < count; f++) if (counts[slot(buffer[f]!)]! < fewest) counts[slot(buffer[f]!)]!++
    }
  })
  const ids = new Map<number, number>()
  const starts = new Uint32Array(words + 1)
  const list = new Uint32Array(total)
  const gold = new Uint8Array(words)
  const ranges: [number, number][] = []
  let word = 0
  let n = 0
  putAll((length, features, tags) => {
    ranges.push([word, word + length])
    gold.set(tags, word)
    for (let i = 0; i < length; i++) {
      starts[word++] = n
      const count = features(i, buffer)
      for (let f = 0; f < count; f++) {
        if (counts[slot(buffer[f]!)]! < fewest) continue
        let id = ids.get(buffer[f]!)
        if (id === undefined) {
          id = ids.size
          ids.set(buffer[f]!, id)
        }
        list[n++] = id
      }
    }
  })
  starts[word] = n
  const hashes = new Uint32Array(ids.size)
  for (const [hash, id] of ids) hashes[id] = hash
  return { data: { starts, features: list.slice(0, n), gold, ranges }, hashes }
}

/** Exact-span F1 of each role on articles the tagger has not seen. */
export function scoreTagger(lessons: readonly Lesson[], tagger: AttributionTagger) {
  const roles = ['source', 'cue', 'content'] as const
  return Object.fromEntries(
    roles.map((role) => {
      const found = lessons.flatMap(({ parsed }, document) =>
        tagAttributions(parsed, tagger).flatMap((a) =>
          (role === 'cue' ? [a.cue] : a[role]).map(({ start, end }) => ({ document, start, end, label: role })),
        ),
      )
      const gold = lessons.flatMap(({ row }, document) =>
        row.attributions.flatMap((a) => a[role].map((o) => ({ document, ...trimmed(row.text, o), label: role }))),
      )
      return [role, scoreSpans(found, gold)]
    }),
  )
}
