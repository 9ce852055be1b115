import { parserFromBytes, parseSentence } from '../src/language/parse/parser.js'
import { treeView } from '../src/language/tags/tag-features.js'
import { draftTags, finalTags, taggerFromBytes, taggerOf } from '../src/language/tags/tagger.js'
import { wordCoder } from '../src/language/word-codes.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { jackknifedTrees, parserSamples } from './parser.js'
import { readModel, writeModel } from './sources.js'
import { devFiles, labelsOf, report, toExample, trainTagger } from './tagger.js'
import type { Flags } from './train.js'
import { readTreebank } from './treebanks.js'

/** Makes models/tags-final.bin, on draft tags and trees by models that have not seen the sentence. */
export function train(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const parser = parserFromBytes(readModel('parse-guide.bin'), readModel('parse.bin'))
  const samples = parserSamples(flags.data, code)
  const trees = jackknifedTrees(samples)
  const classes = labelsOf(samples.map((s) => s.gold))
  const examples = samples.map(({ gold, words, tags }, k) => {
    const { heads, deprels } = trees[k]!
    return toExample(gold, words, treeView(tags, heads, deprels), classes)
  })
  const model = trainTagger(examples, classes, flags.epochs ?? 8, 0.0149)
  const tagger = taggerOf(model)
  const drafter = taggerFromBytes(readModel('tags-draft.bin'))
  for (const file of devFiles) {
    report(file, readTreebank(flags.data, file), (s) => {
      const words = s.words.map((w) => code(w.form))
      const draft = draftTags(words, drafter)
      return finalTags(words, draft, parseSentence(words, draft, parser), tagger)
    })
  }
  writeModel('tags-final.bin', model.toBytes())
}
