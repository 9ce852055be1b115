import { expect, test } from 'vitest'
import { comparePaths, isNamed, readFiles } from '../../src/storage/files.js'
import { packageFolder, readModel } from '../../src/storage/models.js'

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text)
}

test('paths sort the same everywhere, numbers by value', () => {
  const paths = ['b.txt', 'a10.txt', 'a9.txt', 'B.txt', 'a09.txt', 'ä.txt', 'a']
  expect([...paths].sort(comparePaths)).toEqual(['B.txt', 'a', 'a09.txt', 'a9.txt', 'a10.txt', 'b.txt', 'ä.txt'])
})

test('a report is named by its path, its file name, or that without its ending', () => {
  for (const name of ['news/ferry.txt', 'ferry.txt', 'ferry']) expect(isNamed('news/ferry.txt', name)).toBe(true)
  for (const name of ['news', 'ferry.html', 'fer', '']) expect(isNamed('news/ferry.txt', name)).toBe(false)
})

test('standard input comes last and in one piece', async () => {
  const { inputs, notes } = await readFiles(['-', 'nowhere.txt'], pieces('The ferry ', 'was late.'))
  expect(inputs.map(({ id, source, bytes }) => [id, source, new TextDecoder().decode(bytes)])).toEqual([
    ['r1', 'stdin', 'The ferry was late.'],
  ])
  expect(notes.map((note) => note.code)).toEqual(['file-not-found'])
})

test('standard input is left alone where it is not asked for', async () => {
  const { inputs } = await readFiles([], pieces('The ferry was late.'))
  expect(inputs).toEqual([])
})

test('a model that is missing is named', () => {
  expect(() => readModel('nothing.bin')).toThrow(/nothing\.bin is missing/)
  expect(packageFolder()).not.toBe('')
})
