import type * as z from 'zod';
import type { Command, Done, Work } from '@/lib/access/command';
import type { KnownRow } from '@/lib/catalogue/workbook/words';
import type { FieldColumns, Progress } from '@/lib/catalogue/workbook/writing/progress';
import { Refusal } from '@/lib/errors';

/** Work inside a savepoint; what it refuses is told in the cells of a row, and the work of others goes on. */
export async function attempted<Result>(
  work: Work,
  told: { readonly progress: Progress; readonly row: KnownRow; readonly columns?: FieldColumns },
  act: (inside: Work) => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work.tx.transaction((tx) => act({ ...work, tx }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    told.progress.refused(told.row, error, told.columns ?? {});
    return null;
  }
}

/**
 * Gives a command of the catalogue for a row, by its own rules, within the transaction of the import; its changes go into
 * the event of the import. Null where it was refused, which is told in the cells.
 */
export async function giveWithin<Input extends z.ZodType, Result>(
  work: Work,
  told: { readonly progress: Progress; readonly row: KnownRow; readonly columns?: FieldColumns },
  command: Command<Input, Result>,
  raw: Readonly<Record<string, unknown>>,
): Promise<Done<Result> | null> {
  const { progress, row } = told;
  const input = progress.parsed(row, command, raw, told.columns);
  if (input === null) return null;
  const done = await attempted(work, told, (inside) => command.run(inside, input));
  if (done && 'changes' in done) progress.changes.push(...done.changes);
  return done;
}
