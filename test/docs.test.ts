import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formNames } from '../src/presentation/exports/form-names.js'
import { packageFolder } from '../src/storage/models.js'

const root = packageFolder()
const library = readFileSync(join(root, 'docs/library.md'), 'utf8')
const examples = [...library.matchAll(/```js\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/g)]

test('docs/library.md has examples', () => {
  expect(examples.length).toBe(3)
})

for (const [i, [, code = '', printed]] of examples.entries()) {
  test(`example ${i + 1} of docs/library.md prints what it says`, () => {
    // Inside the package, so that Node finds it under its own name.
    const folder = join(root, 'dist/examples-of-docs')
    const file = join(folder, `example-${i + 1}.mjs`)
    mkdirSync(folder, { recursive: true })
    try {
      writeFileSync(file, code)
      expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(printed)
    } finally {
      rmSync(file, { force: true })
    }
  })
}

test('docs/cli.md names every form of export', () => {
  const cli = readFileSync(join(root, 'docs/cli.md'), 'utf8')
  expect(formNames.filter((name) => !cli.includes(`\`${name}\``))).toEqual([])
})
