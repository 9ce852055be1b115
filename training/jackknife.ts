/** What a model trained on the other folds makes of each example. */
export function jackknife<E, M, D>(
  examples: readonly E[],
  folds: number,
  trainOn: (part: readonly E[]) => M,
  apply: (example: E, model: M) => D,
): D[] {
  const made: D[] = new Array(examples.length)
  // Runs of fifty neighbours stay together, so that a document is seldom split between folds.
  const fold = (i: number) => Math.floor(i / 50) % folds
  for (let k = 0; k < folds; k++) {
    const model = trainOn(examples.filter((_, i) => fold(i) !== k))
    examples.forEach((example, i) => {
      if (fold(i) === k) made[i] = apply(example, model)
    })
  }
  return made
}
