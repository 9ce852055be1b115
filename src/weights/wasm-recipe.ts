import * as w from './wasm-code.js'

/** A compiled recipe: it reads the inputs from the front of `values` and leaves the features in `features`. */
export interface CompiledRecipe {
  readonly values: Int32Array
  readonly features: Uint32Array
  readonly run: () => void
}

/**
 * Compiles a recipe to straight WebAssembly, without loop or look-up: about twice as fast as working through its lists.
 * `steps` and `results` are those of recipe.ts. Throws where WebAssembly may not run.
 */
export function compileRecipe(inputCount: number, steps: Uint16Array, results: Uint16Array): CompiledRecipe {
  const featuresAt = (inputCount + steps.length / 2) * 4
  const combined = combination()
  const combineTo = (at: number, a: w.Code, b: w.Code) => [
    ...w.set(first, a),
    ...w.set(second, b),
    ...w.store(w.number(0), combined, at),
  ]
  const body: w.Code[] = []
  for (let s = 0; s < steps.length; s += 2) {
    body.push(combineTo((inputCount + s / 2) * 4, loadValue(steps[s]!), loadValue(steps[s + 1]!)))
  }
  results.forEach((value, r) => {
    body.push(combineTo(featuresAt + r * 4, w.number(r + 1), loadValue(value)))
  })
  const memory = new WebAssembly.Memory({ initial: Math.ceil((featuresAt + results.length * 4) / 65536) })
  const module = new WebAssembly.Module(w.moduleOf([w.number32, w.number32, w.number32], body))
  const run = new WebAssembly.Instance(module, { here: { memory } }).exports['run'] as (unused: number) => void
  return {
    values: new Int32Array(memory.buffer, 0, featuresAt / 4),
    features: new Uint32Array(memory.buffer, featuresAt, results.length),
    run: () => run(0),
  }
}

function loadValue(value: number): w.Code {
  return w.load(w.number(0), value * 4)
}

const first = 1
const second = 2
const hash = 3

/** `combine` of hash.ts, step by step the same, over the locals `first` and `second`. */
function combination(): w.Code {
  const moved = w.add(w.shiftLeft(w.local(first), w.number(6)), w.shiftRight(w.local(first), w.number(2)))
  const sum = w.add(w.add(w.local(second), w.number(0x7f4a7c15)), moved)
  return [
    ...w.set(hash, w.exclusiveOr(w.multiply(w.local(first), w.number(0x9e3779b1)), sum)),
    ...foldDown(16),
    ...w.set(hash, w.multiply(w.local(hash), w.number(0x85ebca6b))),
    ...foldDown(13),
    ...w.set(hash, w.multiply(w.local(hash), w.number(0xc2b2ae35))),
    ...w.exclusiveOr(w.local(hash), w.shiftRight(w.local(hash), w.number(16))),
  ]
}

function foldDown(bits: number): w.Code {
  return w.set(hash, w.exclusiveOr(w.local(hash), w.shiftRight(w.local(hash), w.number(bits))))
}
