import * as z from 'zod';

/** What a backup says of itself in its last line, by which it is checked before and after it is restored. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The timestamps of the migrations that had made its tables. */
  migrations: z.array(z.int()).min(1),
  /** The number of rows of each table. */
  tables: z.record(z.string(), z.int()),
  /** The audit trail: the number of its last event, and the hash that chains it to all before it. */
  trail: z.strictObject({ events: z.int(), hash: z.string() }),
  /** The published runs, each with the fingerprint that it was published under. */
  runs: z.array(z.strictObject({ id: z.string(), sha256: z.string() })),
  /** The secret of the built-in product, in a file that is encrypted; without it no second factor can be checked. */
  secret: z.string().optional(),
  /** The hash of everything before this line. */
  sha256: z.string(),
});
export type Manifest = z.output<typeof Manifest>;

/** How the last line of a backup begins: a comment, so that `psql` takes the whole file. */
export const manifestMark = '-- manifest ';

/** The rows of all tables of a backup. */
export const rowsOf = ({ tables }: Manifest) => Object.values(tables).reduce((sum, rows) => sum + rows, 0);
