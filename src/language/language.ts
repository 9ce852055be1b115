import { type Gazetteer, gazetteerFromBytes } from '../knowledge/gazetteer.js'
import type { Note } from '../model/note.js'
import type { Reading } from '../model/reading.js'
import type { Report } from '../model/report.js'
import { annotate, type Grammar, loadGrammar } from './annotate.js'
import { type CoreferenceModel, coreferenceModelFromBytes, resolveCharacters } from './coreference/coreference.js'
import { findTimes } from './dates/dates.js'
import { findNames, type NameTagger, nameTaggerFromBytes } from './names/names.js'
import { findNumbers } from './numbers/numbers.js'
import { findSentences, type SentenceModel, sentenceModelFromBytes } from './text/text.js'

/** Everything the language stage has learnt beforehand. */
export interface LanguageModels {
  readonly sentences: SentenceModel
  readonly grammar: Grammar
  readonly gazetteer: Gazetteer
  readonly names: NameTagger
  readonly coreference: CoreferenceModel
}

/** Reads the models; `read` gives the bytes of a file in models/ by its name. */
export function loadLanguage(read: (name: string) => Uint8Array): LanguageModels {
  const grammar = loadGrammar(read)
  const gazetteer = gazetteerFromBytes(read('gazetteer.bin'))
  return {
    sentences: sentenceModelFromBytes(read('sentences.bin')),
    grammar,
    gazetteer,
    names: nameTaggerFromBytes(read('names.bin'), grammar.classes, gazetteer),
    coreference: coreferenceModelFromBytes(read('coreference.bin'), grammar.classes),
  }
}

/** Reads one report's English: sentences, words and their relations, who is who, dates and numbers. */
export function readLanguage(report: Report, models: LanguageModels): Reading {
  const notes: Note[] = []
  const raw = findSentences(report.text, report.furniture, models.sentences)
  const sentences = annotate(raw, models.grammar)
  const names = findNames(sentences, models.names)
  const { mentions, characters } = resolveCharacters(report.text, sentences, names, models.coreference)
  const { times, notes: timeNotes } = findTimes(report.text, sentences, report.published)
  notes.push(...timeNotes.map((note) => ({ ...note, report: report.id })))
  const numbers = findNumbers(report.text, sentences, times)
  return { report, sentences, mentions, characters, times, numbers, notes }
}
