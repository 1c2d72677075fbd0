/** Where a proposal of weights comes from. */
export const weightSources = ['equal', 'entropy', 'critic', 'pairwise'] as const;
export type WeightSource = (typeof weightSources)[number];
