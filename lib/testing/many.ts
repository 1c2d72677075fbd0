/** Whether this is `npm run test:deep`, with the large counts. */
export const isDeep = process.env.BATON_DEEP === '1';

/** How often a test tries something: `deep` times in `npm run test:deep`, `few` times in `npm test`. */
export function many(deep: number, few: number): number {
  return isDeep ? deep : few;
}
