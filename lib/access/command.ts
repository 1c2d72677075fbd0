import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import { type Change, recordEvent } from '@/lib/access/audit/queries';
import { type CommandName, may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';

/** What a command works with: rows are fetched and changed in `tx`, in the scope of the principal; `now` is the only time. */
export type Work = { readonly tx: Tx; readonly principal: Principal; readonly now: Date };

/** What a command did: its changes, or that the same had been done before and nothing was to do. */
export type Done<Result> =
  | { readonly result: Result; readonly changes: readonly [Change, ...Change[]] }
  | { readonly result: Result; readonly repeated: true };

export type Command<Input extends z.ZodType, Result> = {
  /** The permission it needs and the word of the audit, one and the same. */
  readonly name: CommandName;
  readonly input: Input;
  readonly run: (work: Work, input: z.output<Input>) => Promise<Done<Result>>;
};

/** Declares a command: a write that anybody may knock for, by form, upload or command line. */
export function command<Input extends z.ZodType, Result>(parts: Command<Input, Result>): Command<Input, Result> {
  return parts;
}

/**
 * The one door of every write: permission, input, one transaction, the command, its audit event in the same transaction.
 * Throws a `Refusal` when the principal may not, when the input is not what the command asks for (with the first field
 * that is not), or when the command itself refuses; then nothing has happened.
 */
export async function perform<Input extends z.ZodType, Result>(
  asked: Command<Input, Result>,
  principal: Principal,
  raw: unknown,
  { now, database = db() }: { now: Date; database?: Database },
): Promise<Result> {
  if (!may(principal.role, asked.name)) throw new Refusal('forbidden', 'command', { command: asked.name });
  const parsed = await asked.input.safeParseAsync(raw);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Refusal('invalid', 'input', { command: asked.name, field });
  }
  return database.transaction(async (tx) => {
    const done = await asked.run({ tx, principal, now }, parsed.data);
    if ('changes' in done) {
      await recordEvent(tx, principal, { command: asked.name, at: now, changes: done.changes, digest: 'sha256' });
    }
    return done.result;
  });
}
