import { fold } from '../../knowledge/gazetteer.js'
import { hashString } from '../../weights/hash.js'
import { readWeightsFile, type WeightsArray, writeWeightsFile } from '../../weights/weights-file.js'
import type { WordClasses } from '../../weights/word-classes.js'
import { feminine, masculine, type NounKind } from './words.js'

/** What coreference knows beforehand: genders of first names, kinds of nouns, and the weights of the ranker. */
export interface CoreferenceModel {
  /** Bits of `masculine` and `feminine`; 0 for a name that is not known. */
  genderOfName(name: string): number
  /** What a noun usually stands for, from WordNet; undefined where that is not known. */
  kindOfNoun(lemma: string): NounKind | undefined
  /** Coarse class of a word, from 1 to 40; 0 where it has none. */
  classOf(word: string): number
  /** One weight for each feature of the ranker; see features.ts. Empty before training. */
  readonly weights: Int16Array
}

/** The same knowledge as lists, as training gathers it. */
export interface CoreferenceKnowledge {
  /** Folded first names with their gender bits. */
  readonly firstNames: ReadonlyMap<string, number>
  readonly nouns: ReadonlyMap<string, NounKind>
}

const nounKinds: readonly NounKind[] = ['person', 'organisation', 'group', 'place', 'work', 'event', 'thing']

/** Reads models/coreference.bin. Throws when the bytes are something else. */
export function coreferenceModelFromBytes(bytes: Uint8Array, classes: WordClasses): CoreferenceModel {
  const { arrays } = readWeightsFile(bytes)
  const names = tableOf(arrays['nameKeys'] as Uint32Array, arrays['nameGenders'] as Uint8Array)
  const nouns = tableOf(arrays['nounKeys'] as Uint32Array, arrays['nounKinds'] as Uint8Array)
  return {
    genderOfName: remember((name) => names.get(keyOf(name)) ?? 0),
    kindOfNoun: remember((lemma) => nounKinds[nouns.get(keyOf(lemma)) ?? -1]),
    classOf: remember((word) => classes.coarse(classes.fineOfWord(word))),
    weights: arrays['weights'] as Int16Array,
  }
}

/** The bytes of models/coreference.bin. */
export function coreferenceModelToBytes(knowledge: CoreferenceKnowledge, weights: Int16Array): Uint8Array {
  const names = rowsOf([...knowledge.firstNames].filter(([, gender]) => gender === masculine || gender === feminine))
  const nouns = rowsOf([...knowledge.nouns].map(([noun, kind]) => [noun, nounKinds.indexOf(kind)]))
  const arrays: Record<string, WeightsArray> = {
    nameKeys: names.keys,
    nameGenders: names.values,
    nounKeys: nouns.keys,
    nounKinds: nouns.values,
    weights,
  }
  return writeWeightsFile({ kind: 'coreference' }, arrays)
}

/** The same function, which keeps its last 20,000 answers or so. */
function remember<T>(ask: (word: string) => T): (word: string) => T {
  let answers = new Map<string, T>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= 20_000) answers = new Map()
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}

function keyOf(word: string): number {
  return hashString(fold(word))
}

function rowsOf(entries: readonly (readonly [string, number])[]): { keys: Uint32Array; values: Uint8Array } {
  const sorted = [...new Map(entries.map(([word, value]) => [keyOf(word), value]))].sort((a, b) => a[0] - b[0])
  let previous = 0
  const keys = Uint32Array.from(sorted, ([key]) => {
    const difference = key - previous
    previous = key
    return difference
  })
  return { keys, values: Uint8Array.from(sorted, ([, value]) => value) }
}

function tableOf(differences: Uint32Array, values: Uint8Array): ReadonlyMap<number, number> {
  const table = new Map<number, number>()
  let key = 0
  for (let i = 0; i < differences.length; i++) {
    key += differences[i]!
    table.set(key, values[i]!)
  }
  return table
}
