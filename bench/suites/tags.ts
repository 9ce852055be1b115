import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyseForms, loadGrammar } from '../../src/language/annotate.js'
import { readModel } from '../../training/sources.js'
import { readConllu } from '../conllu.js'
import { percent, type SuiteOptions, type SuiteResult, type SuiteRow } from '../result.js'

/** Parts of speech on gold tokens: accuracy of UPOS and XPOS. `--misses` prints the commonest confusions, `--words` each one. */
export async function run({ data, split, flags }: SuiteOptions): Promise<SuiteResult> {
  const grammar = loadGrammar(readModel)
  const rows: SuiteRow[] = []
  for (const [name, file] of treebankFiles(data, split)) {
    const confusions = new Map<string, number>()
    let upos = 0
    let xpos = 0
    let all = 0
    for (const { words } of readConllu(readFileSync(join(data, file), 'utf8'))) {
      const forms = words.map((w) => w.form)
      const { tags } = analyseForms(forms, grammar)
      words.forEach((word, i) => {
        all++
        if (tags[i]!.xpos === word.xpos) xpos++
        if (tags[i]!.upos === word.upos) {
          upos++
          return
        }
        const key = `${word.upos} taken for ${tags[i]!.upos}`
        confusions.set(key, (confusions.get(key) ?? 0) + 1)
        if (flags.includes('--words'))
          console.error(`${key}\t${word.form}\t${forms.slice(Math.max(0, i - 4), i + 4).join(' ')}`)
      })
    }
    rows.push({ name: `${name} UPOS accuracy`, value: percent(upos, all), ...(name === 'PUD' ? {} : { bar: 96.5 }) })
    rows.push({ name: `${name} XPOS accuracy`, value: percent(xpos, all) })
    if (flags.includes('--misses')) {
      for (const [key, n] of [...confusions].sort((a, b) => b[1] - a[1]).slice(0, 14))
        console.error(`${name} ${key}: ${n} (${percent(n, all)} %)`)
    }
  }
  return { suite: 'tags', split, rows }
}

/** The treebanks that tags and trees are measured on; one whose file is missing is left out with a line on stderr. */
export function treebankFiles(data: string, split: 'dev' | 'test'): [name: string, file: string][] {
  const files: [string, string][] = [
    ['EWT', `ud/ewt-${split}.conllu`],
    ['GUM', `gum/${split}.conllu`],
  ]
  if (split === 'test') files.push(['PUD', 'ud/pud-test.conllu'])
  return files.filter(([, file]) => {
    const there = existsSync(join(data, file))
    if (!there) console.error(`${join(data, file)} is not there; its rows are left out`)
    return there
  })
}
