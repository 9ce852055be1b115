import type { Sentence, Token } from '../model/reading.js'
import { WordClasses } from '../weights/word-classes.js'
import type { RawSentence } from './layers.js'
import { type Parser, parserFromBytes, parseSentence } from './parse/parser.js'
import { withTwoWordTitles } from './parse/two-word-titles.js'
import { type Lemmatiser, lemmaOf, lemmatiserFromBytes } from './tags/lemmas.js'
import { draftTags, finalTags, type Tag, type Tagger, taggerFromBytes } from './tags/tagger.js'
import { type WordCoder, wordCoder } from './word-codes.js'

/** What it takes to tag and parse: each model read from its file in models/. */
export interface Grammar {
  readonly classes: WordClasses
  readonly code: WordCoder
  readonly draftTagger: Tagger
  readonly lemmatiser: Lemmatiser
  readonly parser: Parser
  readonly finalTagger: Tagger
}

/** Reads the grammar's models; `read` gives the bytes of a file in models/ by its name. */
export function loadGrammar(read: (name: string) => Uint8Array): Grammar {
  const classes = WordClasses.fromBytes(read('word-classes.bin'))
  return {
    classes,
    code: wordCoder(classes),
    draftTagger: taggerFromBytes(read('tags-draft.bin')),
    lemmatiser: lemmatiserFromBytes(read('lemmas.bin')),
    parser: parserFromBytes(read('parse-guide.bin'), read('parse.bin')),
    finalTagger: taggerFromBytes(read('tags-final.bin')),
  }
}

/** Gives every token its tags, lemma, governor and relation. */
export function annotate(raw: readonly RawSentence[], grammar: Grammar): Sentence[] {
  return raw.map((sentence, index) => {
    const { tags, heads, deprels } = analyseForms(
      sentence.tokens.map((t) => t.form),
      grammar,
    )
    const tokens = sentence.tokens.map(
      ({ start, end, form }, i): Token => ({
        start,
        end,
        form,
        lemma: lemmaOf(form, tags[i]!.xpos, grammar.lemmatiser),
        upos: tags[i]!.upos,
        xpos: tags[i]!.xpos,
        head: heads[i]!,
        deprel: deprels[i]!,
      }),
    )
    return {
      start: sentence.start,
      end: sentence.end,
      index,
      paragraph: sentence.paragraph,
      kind: sentence.kind,
      tokens: withTwoWordTitles(tokens),
    }
  })
}

/** Tags and tree of one sentence's words. */
export function analyseForms(
  forms: readonly string[],
  grammar: Grammar,
): { readonly tags: readonly Tag[]; readonly heads: readonly number[]; readonly deprels: readonly string[] } {
  const words = forms.map(grammar.code)
  const draft = draftTags(words, grammar.draftTagger)
  const tree = parseSentence(words, draft, grammar.parser)
  return { tags: finalTags(words, draft, tree, grammar.finalTagger), heads: tree.heads, deprels: tree.deprels }
}
