import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ConlluSentence, readConllu } from '../bench/conllu.js'
import { dataFolder } from './sources.js'

/** Genres of GUM whose texts may not be used commercially; nothing shipped is trained on them. */
const nonCommercial = /^GUM_(essay|fiction|letter|podcast|whow)_/

/** EWT and the freely licensed genres of GUM: what tagger, parser and sentence splitter are trained on. */
export function trainingTreebank(data: string | undefined): ConlluSentence[] {
  return [
    ...readTreebank(data, 'ud/ewt-train.conllu'),
    ...readTreebank(data, 'gum/train.conllu').filter((s) => !nonCommercial.test(s.document)),
  ]
}

export function readTreebank(data: string | undefined, file: string): ConlluSentence[] {
  return readConllu(readFileSync(join(dataFolder(data), file), 'utf8'))
}
