import { parseBackward, parseForward, parserFromBytes } from '../src/language/parse/parser.js'
import { settleTrees } from '../src/language/parse/settle-trees.js'
import { treeView } from '../src/language/tags/tag-features.js'
import { draftTags, finalTags, taggerFromBytes, taggerOf } from '../src/language/tags/tagger.js'
import { wordCoder } from '../src/language/word-codes.js'
import { WordClasses } from '../src/weights/word-classes.js'
import { jackknifedPairs, parserSamples } from './parser.js'
import { readModel, writeModel } from './sources.js'
import { devFiles, labelsOf, report, toExample, trainTagger } from './tagger.js'
import type { Flags } from './train.js'
import { readTreebank } from './treebanks.js'

/** Makes models/tags-final.bin, on draft tags and trees by models that have not seen the sentence. */
export function train(flags: Flags): void {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const parser = parserFromBytes(readModel('parse-forward.bin'), readModel('parse-backward.bin'), readModel('parse-arbiter.bin'))
  const samples = parserSamples(flags.data, code)
  const pairs = jackknifedPairs(samples)
  const classes = labelsOf(samples.map((s) => s.gold))
  const examples = samples.map(({ gold, words, tags }, k) => {
    const tree = settleTrees(words, tags, pairs[k]!.forward, pairs[k]!.backward, parser.arbiter)
    return toExample(gold, words, treeView(tags, tree.heads, tree.deprels), classes)
  })
  const model = trainTagger(examples, classes, flags.epochs ?? 8)
  const tagger = taggerOf(model)
  const drafter = taggerFromBytes(readModel('tags-draft.bin'))
  for (const file of devFiles) {
    report(file, readTreebank(flags.data, file), (s) => {
      const words = s.words.map((w) => code(w.form))
      const draft = draftTags(words, drafter)
      const tree = settleTrees(words, draft, parseForward(words, draft, parser.forward), parseBackward(words, draft, parser.backward), parser.arbiter)
      return finalTags(words, draft, tree, tagger)
    })
  }
  writeModel('tags-final.bin', model.toBytes())
}
