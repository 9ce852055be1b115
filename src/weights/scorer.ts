import { plainScorer } from './plain-scorer.js'
import type { Rows, Scorer } from './rows.js'
import { wasmScorer } from './wasm-scorer.js'

/**
 * The fastest scorer this machine allows; all of them give the same sums.
 *
 * WebAssembly may be missing, may lack vectors, or may be forbidden by a page's Content-Security-Policy:
 * whatever it is, the plain scorer takes over.
 */
export function scorerOf(rows: Rows): Scorer {
  try {
    return wasmScorer(rows)
  } catch {
    return plainScorer(rows)
  }
}
