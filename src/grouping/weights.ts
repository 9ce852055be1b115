/** Weights of `features`, in their order, trained by training/grouping.ts; see models/README.md. */
export const weights: readonly number[] = [
  -3.9, -1.2, 1.2, 2.5, 3.8, 2.7, 0.9, -2.9, -0.5, 0.3, 2.7, -2, -6, 2.9, 0.8, 3.4,
]

/** Two sets of reports are joined where their members are on average this alike. */
export const leastLikeness = 0.35
