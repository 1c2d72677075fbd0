/**
 * The version of the engine, stored with every run; raised when a formula is mended, so that old runs name the version
 * that computed them.
 *
 * 2: a block all of whose parts are missing follows the rule of one with some missing; a bonus keeps its points when a
 * sibling is missing; a unit apart shares the place of the peers with its value; values tie by their own size.
 *
 * 3: a unit whose figures are awaited has no grade, and no place beside units that await others; a value within the noise
 * of a line (57 ÷ 100 × 100 beside 57) reaches it.
 */
export const engine = 3;
