import { readFileSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { taggerFromBytes, tagSentence } from '../../src/language/tags/tagger.js'
import { wordCoder } from '../../src/language/word-codes.js'
import { WordClasses } from '../../src/weights/word-classes.js'
import { readModel } from '../../training/sources.js'
import { readConllu } from '../conllu.js'
import { percent, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'

/** Parts of speech on gold tokens: accuracy of UPOS and XPOS. `--misses` prints the commonest confusions. */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const code = wordCoder(WordClasses.fromBytes(readModel('word-classes.bin')))
  const tagger = taggerFromBytes(readModel('tags-1.bin'), readModel('tags-2.bin'))
  const files = { EWT: `ud/ewt-${split}.conllu`, GUM: `gum/${split}.conllu`, PUD: 'ud/pud-test.conllu' }
  const rows: SuiteRow[] = []
  for (const [name, file] of Object.entries(files)) {
    if (!existsSync(join(data, file)) || (name === 'PUD' && split === 'dev')) continue
    const confusions = new Map<string, number>()
    let upos = 0
    let xpos = 0
    let all = 0
    for (const { words } of readConllu(readFileSync(join(data, file), 'utf8'))) {
      const tags = tagSentence(words.map((w) => w.form), code, tagger)
      words.forEach((word, i) => {
        all++
        if (tags[i]!.upos === word.upos) upos++
        else {
          const key = `${word.upos} taken for ${tags[i]!.upos}`
          confusions.set(key, (confusions.get(key) ?? 0) + 1)
          if (flags.includes('--words')) console.error(`${key}\t${word.form}\t${words.map((w) => w.form).slice(Math.max(0, i - 4), i + 4).join(' ')}`)
        }
        if (tags[i]!.xpos === word.xpos) xpos++
      })
    }
    rows.push({ name: `${name} UPOS accuracy`, value: percent(upos, all), bar: 96.5 })
    rows.push({ name: `${name} XPOS accuracy`, value: percent(xpos, all) })
    if (flags.includes('--misses')) {
      for (const [key, n] of [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 14)) console.error(`${name} ${key}: ${n} (${percent(n, all)} %)`)
    }
  }
  return { suite: 'tags', split, rows }
}
