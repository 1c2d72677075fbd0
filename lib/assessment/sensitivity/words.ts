/** More than this many units are not computed anew while a slider moves. */
export const mostWhatIfUnits = 200;
/** Units times items: more takes longer than a request may. */
export const mostAnalysed = 20_000;

/** With what a stored analysis is made, so that all of them can be compared. Spread in percent of each weight. */
export const analysisTerms = { draws: 1000, seed: 20_250_101, spread: 25 } as const;
