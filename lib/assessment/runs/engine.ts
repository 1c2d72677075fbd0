/**
 * The version of the engine, stored with every run; raised when a formula is mended, so that old runs name the version
 * that computed them.
 */
export const engine = 1;
