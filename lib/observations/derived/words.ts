/** The document that computed figures cite. */
export const derivedSource = 'DERIVED';

export const longestFormula = 500;

/** The most operations of a formula, each of which the database computes in a step of its own. */
export const mostOperations = 60;
