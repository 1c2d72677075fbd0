/** The sources of proposed weights. */
export const weightSources = ['equal', 'entropy', 'entropyRaw', 'critic', 'pairwise'] as const;
export type WeightSource = (typeof weightSources)[number];
