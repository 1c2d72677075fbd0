type Row = Readonly<Record<string, unknown>>;

/** The values of the columns that an edit changes, before and after, for the audit trail. */
export function changedColumns(before: Row, after: Row): [before: Row, after: Row] {
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const valuesOf = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]]));
  return [valuesOf(before), valuesOf(after)];
}
