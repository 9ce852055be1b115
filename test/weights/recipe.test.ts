import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { combine } from '../../src/weights/hash.js'
import { Recipe, type Templates } from '../../src/weights/recipe.js'
import { compileRecipe } from '../../src/weights/wasm-recipe.js'

afterEach(() => vi.unstubAllGlobals())

const templates: Templates = (join, put) => {
  put(0)
  put(join(0, 1))
  put(join(join(0, 1), 2))
  put(join(2, join(1, 0)))
}

function direct(a: number, b: number, c: number): number[] {
  return [a, combine(a, b), combine(combine(a, b), c), combine(c, combine(b, a))].map((x, i) => combine(i + 1, x))
}

function written(recipe: Recipe, inputs: readonly number[]): number[] {
  recipe.inputs.set(inputs)
  const out = new Uint32Array(recipe.size)
  expect(recipe.write(out)).toBe(4)
  return [...out]
}

test('a recipe gives what its templates say, with WebAssembly and without', () => {
  const compiled = new Recipe(3, templates)
  vi.stubGlobal('WebAssembly', undefined)
  const plain = new Recipe(3, templates)
  const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  fc.assert(
    fc.property(hash, hash, hash, (a, b, c) => {
      expect(written(plain, [a, b, c])).toEqual(direct(a, b, c))
      expect(written(compiled, [a, b, c])).toEqual(direct(a, b, c))
    }),
  )
})

test('a compiled recipe combines as hash.ts does', () => {
  const { values, features, run } = compileRecipe(2, Uint16Array.of(0, 1), Uint16Array.of(2))
  values.set([-5, 2_000_000_000])
  run()
  expect(features[0]).toBe(combine(1, combine(-5, 2_000_000_000)))
})
