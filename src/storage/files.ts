import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Note } from '../model/note.js'

/** A file, or what came on standard input, ready for intake. */
export interface StoredInput {
  /** "r1", "r2" … in the order of the inputs; a file that could not be read has none. */
  readonly id: string
  /** The path as given, or joined to the folder as given; "stdin" for standard input. */
  readonly source: string
  readonly bytes: Uint8Array
  readonly published?: string
  readonly outlet?: string
}

export interface StoredStory {
  /** What story.json says, or null. */
  readonly title: string | null
  readonly inputs: readonly StoredInput[]
  readonly notes: readonly Note[]
}

/** Files larger than this are not read at all; what is read of smaller ones is for intake to say. */
export const largestFile = 200_000_000

/** The endings by which a folder's files are taken for reports. A file named on its own is read whatever its ending. */
export const reportEndings = ['.txt', '.text', '.md', '.html', '.htm', '.xhtml'] as const

const storyFile = 'story.json'

/**
 * What the paths name, in one order: sorted by path, numbers by their value ("2.txt" before "10.txt"), standard input last.
 * A folder stands for its reports, not for those in its folders and not for a README; its story.json tells the title, dates and outlets that a person added.
 * A file named twice is read once. What cannot be read leaves a note, and the rest is read.
 */
export async function readFiles(
  paths: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
): Promise<StoredStory> {
  const notes: Note[] = []
  const stories: StoryFile[] = []
  const files = new Map<string, { path: string; story: StoryFile | null }>()
  for (const path of paths.filter((one) => one !== '-')) {
    for (const found of filesOf(path, notes)) {
      if (basename(found) === storyFile) continue
      if (!files.has(resolve(found))) files.set(resolve(found), { path: found, story: null })
    }
    const story = isFolder(path)
      ? readStory(join(path, storyFile), notes)
      : basename(path) === storyFile
        ? readStory(path, notes)
        : null
    if (story === null) continue
    stories.push(story)
    const folder = resolve(story.path, '..')
    for (const [full, file] of files) if (resolve(full, '..') === folder) files.set(full, { ...file, story })
  }

  const inputs: StoredInput[] = []
  const ordered = [...files.values()].sort((a, b) => comparePaths(a.path, b.path))
  for (const { path, story } of ordered) {
    const bytes = readBytes(path, notes)
    if (bytes === null) continue
    const published = story === null ? undefined : entryFor(story.published, path)
    const outlet = story === null ? undefined : entryFor(story.outlets, path)
    inputs.push({
      id: `r${inputs.length + 1}`,
      source: path,
      bytes,
      ...(published === undefined ? {} : { published }),
      ...(outlet === undefined ? {} : { outlet }),
    })
  }
  if (paths.includes('-')) {
    const bytes = await readAll(standardInput, notes)
    if (bytes !== null) inputs.push({ id: `r${inputs.length + 1}`, source: 'stdin', bytes })
  }
  for (const story of stories) notes.push(...strangers(story, inputs))
  return { title: stories.find((story) => story.title !== null)?.title ?? null, inputs, notes }
}

/** Whether a name a person used means this file: its name, or its name without its ending. */
export function isNamed(path: string, name: string): boolean {
  return path === name || basename(path) === name || withoutEnding(basename(path)) === name
}

/** Sorts paths the same way everywhere: by code unit, but runs of digits by their value. */
export function comparePaths(a: string, b: string): number {
  const left = a.split(/(\d+)/)
  const right = b.split(/(\d+)/)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!]
    if (x === y) continue
    const byValue = i % 2 === 1 ? Number(x) - Number(y) : 0
    if (byValue !== 0) return byValue
    return x < y ? -1 : 1
  }
  return left.length - right.length
}

interface StoryFile {
  readonly path: string
  readonly title: string | null
  readonly published: Readonly<Record<string, string>>
  readonly outlets: Readonly<Record<string, string>>
}

function filesOf(path: string, notes: Note[]): string[] {
  if (!existsSync(path)) {
    notes.push({ code: 'file-not-found', message: `${path} does not exist; it is left out` })
    return []
  }
  if (!isFolder(path)) return [path]
  try {
    const found = readdirSync(path, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !/^readme\./i.test(name) && reportEndings.some((ending) => name.toLowerCase().endsWith(ending)))
    if (found.length === 0) {
      notes.push({
        code: 'empty-folder',
        message: `${path} holds no reports; a folder's reports are its files ending in ${reportEndings.join(', ')}`,
      })
    }
    return found.map((name) => join(path, name))
  } catch (error) {
    notes.push({ code: 'file-not-readable', message: `${path} cannot be opened (${reason(error)}); it is left out` })
    return []
  }
}

function readBytes(path: string, notes: Note[]): Uint8Array | null {
  try {
    const { size } = statSync(path)
    if (size > largestFile) {
      notes.push({
        code: 'file-too-large',
        message: `${path} has ${size} bytes, more than the ${largestFile} that are read; it is left out. Split it, or save the article alone`,
      })
      return null
    }
    return readFileSync(path)
  } catch (error) {
    notes.push({ code: 'file-not-readable', message: `${path} cannot be read (${reason(error)}); it is left out` })
    return null
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>, notes: Note[]): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let total = 0
  try {
    for await (const chunk of stream) {
      total += chunk.length
      if (total > largestFile) {
        notes.push({
          code: 'file-too-large',
          message: `Standard input has more than the ${largestFile} bytes that are read; it is left out`,
        })
        return null
      }
      chunks.push(chunk)
    }
  } catch (error) {
    notes.push({ code: 'file-not-readable', message: `Standard input cannot be read (${reason(error)})` })
    return null
  }
  const bytes = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function readStory(path: string, notes: Note[]): StoryFile | null {
  if (!existsSync(path)) return null
  const broken = (why: string): null => {
    notes.push({
      code: 'broken-story-file',
      message: `${path} is left out: ${why}. It should look like {"title": "…", "published": {"REPORT": "2023-01-14"}, "outlets": {"REPORT": "…"}}`,
    })
    return null
  }
  let data: unknown
  try {
    data = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'it is not JSON')
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return broken('it is not an object')
  const { title, published, outlets } = data as Record<string, unknown>
  if (title !== undefined && typeof title !== 'string') return broken('"title" is not text')
  if (published !== undefined && !isTextRecord(published)) return broken('"published" is not an object of texts')
  if (outlets !== undefined && !isTextRecord(outlets)) return broken('"outlets" is not an object of texts')
  return { path, title: title ?? null, published: published ?? {}, outlets: outlets ?? {} }
}

function isTextRecord(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string')
  )
}

function entryFor(record: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.entries(record).find(([name]) => isNamed(path, name))?.[1]
}

function strangers(story: StoryFile, inputs: readonly StoredInput[]): Note[] {
  const names = new Set([...Object.keys(story.published), ...Object.keys(story.outlets)])
  return [...names]
    .filter((name) => !inputs.some((input) => isNamed(input.source, name)))
    .map((name) => ({
      code: 'unknown-report',
      message: `${story.path} speaks of "${name}", but no report has that name; use a file's name, with or without its ending`,
    }))
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function withoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'it is a folder',
  ENOENT: 'it is gone',
  EMFILE: 'too many open files',
  ELOOP: 'its links go in a circle',
  EIO: 'the disk does not answer',
}

function reason(error: unknown): string {
  const code = codeOf(error)
  return reasons[code] ?? code
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown trouble'
}
