/** The most units for which a what-if is recomputed while a slider moves. */
export const mostWhatIfUnits = 200;
/** Units times items: more would take longer than a request may. */
export const mostAnalysed = 20_000;

/**
 * The parameters of stored analyses, the same for all so that they can be compared. Spread in percent of each weight.
 */
export const analysisTerms = { draws: 1000, seed: 20_250_101, spread: 25 } as const;
