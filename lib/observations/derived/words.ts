/** The document that computed figures cite. */
export const derivedSource = 'DERIVED';

export const longestFormula = 500;
