/** `npm run train -- <model>`: makes one file of models/ from annotated corpora. */
const trainers: Readonly<Record<string, () => Promise<{ train: (flags: Flags) => void | Promise<void> }>>> = {
  'word-classes': () => import('./word-classes.js'),
  gazetteer: () => import('./gazetteer.js'),
  names: () => import('./names.js'),
  tagger: () => import('./tagger.js'),
  lemmas: () => import('./lemmas.js'),
  'parse-guide': async () => ({ train: (await import('./parser.js')).trainGuide }),
  parser: () => import('./parser.js'),
  'final-tags': () => import('./final-tags.js'),
  sentences: () => import('./sentences.js'),
  coreference: () => import('./coreference.js'),
  attribution: () => import('./attribution.js'),
  grouping: () => import('./grouping.js'),
  wordnet: () => import('./wordnet.js'),
  claims: () => import('./claims.js'),
}

export interface Flags {
  readonly data: string | undefined
  readonly epochs: number | undefined
}

const [name, ...rest] = process.argv.slice(2)
const trainer = name === undefined ? undefined : trainers[name]
if (!trainer) {
  console.error(`Usage: npm run train -- MODEL [--data DIR] [--epochs N]\nModels: ${Object.keys(trainers).join(', ')}`)
  process.exit(2)
}
const value = (flag: string) => {
  const at = rest.indexOf(flag)
  return at < 0 ? undefined : rest[at + 1]
}
const epochs = value('--epochs')
const { train } = await trainer()
await train({ data: value('--data'), epochs: epochs === undefined ? undefined : Number(epochs) })
