/** The byte that stands for a weight, given as a share of the largest one (−1 … 1). */
export function codeOfWeight(share: number): number {
  return Math.sign(share) * Math.round(127 * Math.sqrt(Math.abs(share)))
}

/** The whole number, within ±16,129, that a byte stands for. */
export function weightOfCode(code: number): number {
  return Math.sign(code) * code * code
}
