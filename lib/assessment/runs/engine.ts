/** The state of the engine, kept with every run; raised when a formula is mended, so that old runs say by which they were made. */
export const engine = 1;
