import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import { type Change, recordEvent } from '@/lib/access/audit/queries';
import { type Caller, noCaller } from '@/lib/access/caller';
import { type CommandName, grantOf, may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { type Settings, settings } from '@/lib/settings';

/** What a command works with: rows are fetched and changed in `tx`, in the scope of the principal; `now` is the only time. */
export type Work = {
  readonly tx: Tx;
  readonly principal: Principal;
  readonly caller: Caller;
  readonly policy: Settings;
  readonly now: Date;
};

/** What a command did: its changes, or that the same had been done before and nothing was to do. */
export type Done<Result> =
  | {
      readonly result: Result;
      readonly changes: readonly [Change, ...Change[]];
      /** Who did it, where the command itself finds out, as a sign-in does. */
      readonly actor?: Pick<Principal, 'userId' | 'role'>;
    }
  | { readonly result: Result; readonly repeated: true };

export type Command<Input extends z.ZodType, Result> = {
  /** The permission it needs and the word of the audit, one and the same. */
  readonly name: CommandName;
  readonly input: Input;
  readonly run: (work: Work, input: z.output<Input>) => Promise<Done<Result>>;
  /** What has to happen outside of the transaction: attempts are counted, and the costly ones wait for their turn. */
  readonly around?: (asked: Omit<Work, 'tx'>, input: z.output<Input>, inside: () => Promise<Result>) => Promise<Result>;
};

/** Declares a command: a write that anybody may knock for, by form, upload or command line. */
export function command<Input extends z.ZodType, Result>(parts: Command<Input, Result>): Command<Input, Result> {
  return parts;
}

/**
 * The one door of every write: permission, input, one transaction, the command, its audit event in the same transaction.
 * Throws a `Refusal` when the principal may not, when the input is not what the command asks for (with the first field
 * that is not), or when the command itself refuses; then nothing has happened. Given a transaction for `database`, several
 * commands stand or fall together.
 */
export async function perform<Input extends z.ZodType, Result>(
  asked: Command<Input, Result>,
  principal: Principal,
  raw: unknown,
  { now, caller = noCaller, database = db() }: { now: Date; caller?: Caller; database?: Pick<Database, 'transaction'> },
): Promise<Result> {
  const policy = settings();
  if (!may(principal.role, asked.name)) throw new Refusal('forbidden', 'command', { command: asked.name });
  if (principal.standing === 'mustEnrol' && !grantOf(asked.name).evenUnenrolled)
    throw new Refusal('forbidden', 'mustEnrol', { command: asked.name });
  const parsed = await asked.input.safeParseAsync(raw);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Refusal('invalid', 'input', { command: asked.name, field });
  }
  const work = { principal, caller, policy, now };
  const inside = () =>
    database.transaction(async (tx) => {
      const done = await asked.run({ ...work, tx }, parsed.data);
      if ('changes' in done) {
        await recordEvent(tx, done.actor ?? principal, {
          command: asked.name,
          at: now,
          address: caller.address,
          changes: done.changes,
          digest: policy.auditDigest,
        });
      }
      return done.result;
    });
  return asked.around ? asked.around(work, parsed.data, inside) : inside();
}
