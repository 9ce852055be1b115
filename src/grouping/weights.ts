/** Weights of `features`, in their order, trained by training/grouping.ts; see models/README.md. */
export const weights: readonly number[] = [
  -5.42, -1.71, 0.84, 3.29, 3.52, 4.09, 1.17, -3.09, -0.55, 0.01, 2.74, -2.04, -6.68, 1.75, 0.78, 4.25,
]

/** Two sets of reports are joined where their members are on average this alike. */
export const leastLikeness = 0.45
