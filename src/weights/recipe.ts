import { combine } from './hash.js'
import { type CompiledRecipe, compileRecipe } from './wasm-recipe.js'

/** A value that templates put together: an input, or the combination of two values; by number. */
export type Value = number

/** Says which features a model has; `put` makes one of a value and the template's number, which goes up from 1. */
export type Templates = (combine: (a: Value, b: Value) => Value, put: (value: Value) => void) => void

/**
 * Feature templates, taken down once and then worked through for each example as two plain lists.
 * Templates as ordinary code are a function too long for the compiler to make fast;
 * besides, what several templates have in common is worked out once.
 */
export class Recipe {
  /** The values that the templates start from, numbered from 0; the caller sets them before each `write`. */
  readonly inputs: Int32Array
  /** The inputs, then the result of each step. */
  private readonly values: Int32Array
  /** For each step the two values it combines. */
  private readonly steps: Uint16Array
  /** For each template the value it makes a feature of. */
  private readonly results: Uint16Array
  private readonly compiled: CompiledRecipe | null

  constructor(inputCount: number, templates: Templates) {
    const steps: Value[] = []
    const results: Value[] = []
    const known = new Map<string, Value>()
    const takeDown = (a: Value, b: Value) => {
      const pair = `${a} ${b}`
      const value = known.get(pair) ?? inputCount + steps.length / 2
      if (!known.has(pair)) steps.push(a, b)
      known.set(pair, value)
      return value
    }
    templates(takeDown, (value) => results.push(value))
    this.steps = Uint16Array.from(steps)
    this.results = Uint16Array.from(results)
    this.compiled = compiledIfAllowed(inputCount, this.steps, this.results)
    this.values = this.compiled?.values ?? new Int32Array(inputCount + steps.length / 2)
    this.inputs = this.values.subarray(0, inputCount)
  }

  /** How many features come out. */
  get size(): number {
    return this.results.length
  }

  /** Writes the features of the present inputs to `out` and gives back their number. */
  write(out: Uint32Array): number {
    const { values, steps, results, compiled } = this
    if (compiled) {
      compiled.run()
      out.set(compiled.features)
      return results.length
    }
    let value = this.inputs.length
    for (let s = 0; s < steps.length; s += 2) values[value++] = combine(values[steps[s]!]!, values[steps[s + 1]!]!)
    for (let r = 0; r < results.length; r++) out[r] = combine(r + 1, values[results[r]!]!)
    return results.length
  }
}

/** Null where WebAssembly is missing or forbidden: then the lists are worked through, with the same outcome. */
function compiledIfAllowed(inputCount: number, steps: Uint16Array, results: Uint16Array): CompiledRecipe | null {
  try {
    return compileRecipe(inputCount, steps, results)
  } catch {
    return null
  }
}
