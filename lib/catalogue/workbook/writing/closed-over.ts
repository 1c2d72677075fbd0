/** Those of some rows that refer to nothing but what is there, or to one another. */
export function closedOver<One extends { readonly code: string }>(
  rows: readonly One[],
  there: ReadonlySet<string>,
  refers: (one: One) => readonly (string | null)[],
): readonly One[] {
  const codes = new Set(rows.map(({ code }) => code));
  const isThere = (code: string | null) => code === null || there.has(code) || codes.has(code);
  const kept = rows.filter((one) => refers(one).every(isThere));
  return kept.length === rows.length ? rows : closedOver(kept, there, refers);
}
