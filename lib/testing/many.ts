/** Whether the tests run as `npm run test:deep`, with the large counts. */
export const isDeep = process.env.BATON_DEEP === '1';

/** The number of rounds of a test: `deep` in `npm run test:deep`, `few` in `npm test`. */
export function many(deep: number, few: number): number {
  return isDeep ? deep : few;
}
