import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import { type Change, recordEvent } from '@/lib/access/audit/record-event';
import { type Caller, noCaller } from '@/lib/access/caller';
import { inputFault } from '@/lib/access/input-fault';
import { type CommandName, grantOf, may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { recordRefused } from '@/lib/access/refusals/queries';
import { reasonOf } from '@/lib/access/refusals/reason';
import { Refusal } from '@/lib/errors';
import { tell } from '@/lib/notices/telling/tell';
import { type Settings, settings } from '@/lib/settings';

/**
 * The inputs of a command: rows are read and changed in `tx`, in the scope of the principal; `now` is the only time.
 */
export type Work = {
  readonly tx: Tx;
  readonly principal: Principal;
  readonly caller: Caller;
  readonly policy: Settings;
  readonly now: Date;
};

/** The result of a command: its changes, or none where the same had been done before. */
export type Done<Result> =
  | {
      readonly result: Result;
      readonly changes: readonly [Change, ...Change[]];
      /** The actor, where the command itself finds out, as a sign-in does. */
      readonly actor?: Pick<Principal, 'userId' | 'role'>;
    }
  | { readonly result: Result; readonly repeated: true };

export type Command<Input extends z.ZodType, Result> = {
  /** The permission that the command needs, and its name in the audit. */
  readonly name: CommandName;
  readonly input: Input;
  readonly run: (work: Work, input: z.output<Input>) => Promise<Done<Result>>;
  /** Work outside of the transaction: attempts are counted, and costly commands wait for their turn. */
  readonly around?: (asked: Omit<Work, 'tx'>, input: z.output<Input>, inside: () => Promise<Result>) => Promise<Result>;
};

/** Declares a command: a write that a form, an upload or the command line may ask for. */
export function command<Input extends z.ZodType, Result>(parts: Command<Input, Result>): Command<Input, Result> {
  return parts;
}

/** Time and caller of a command. */
type Given = { readonly now: Date; readonly caller?: Caller };

/** Refusals already recorded in the trail, so that nested calls do not record them again. */
const told = new WeakSet<Refusal>();

/**
 * Runs `work` and records a refusal for want of permission in the trail: only refusals of people, and none of a
 * sign-out, which harms nobody. The refusal is thrown again.
 */
export async function toldIfRefused<Result>(
  command: CommandName,
  principal: Principal,
  { now, caller = noCaller }: Given,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const reason = error instanceof Refusal && !told.has(error) ? reasonOf(error) : null;
    if (reason && principal.role !== 'system' && command !== 'session.close') {
      told.add(error as Refusal);
      await recordRefused(principal, { attempt: `command/${command}`, reason, now, caller });
    }
    throw error;
  }
}

/** Refuses a role that may never give the command, and a session that must set up a second factor first. */
export function demandGrant({ role, standing }: Principal, command: CommandName): void {
  if (!may(role, command)) throw new Refusal('forbidden', 'command', { command, role });
  if (standing === 'mustEnrol' && !grantOf(command).evenUnenrolled)
    throw new Refusal('forbidden', 'mustEnrol', { command });
}

/**
 * Performs a command, the only way to write: permission, input, one transaction, the command, its audit event and its
 * notices in the same transaction. Throws a `Refusal` when the principal lacks the permission, when the input is invalid (naming every
 * invalid field), or when the command itself refuses; then nothing has changed, and a refusal for want of permission is
 * recorded in the trail. With a transaction as `database`, several commands commit or roll back together, and the
 * caller records refusals.
 */
export async function perform<Input extends z.ZodType, Result>(
  asked: Command<Input, Result>,
  principal: Principal,
  raw: unknown,
  { database = db(), ...given }: Given & { database?: Pick<Database, 'transaction'> },
): Promise<Result> {
  const work = () => performWithin(asked, principal, raw, { ...given, database });
  return 'rollback' in database ? work() : toldIfRefused(asked.name, principal, given, work);
}

function invalidInput(command: CommandName, { issues }: z.ZodError, raw: unknown): Refusal {
  const firsts = new Map(issues.toReversed().map((issue) => [issue.path.join('.'), issue]));
  const fields = [...new Set(issues.map(({ path }) => path.join('.')))];
  const faults = fields.flatMap((field) => {
    const issue = firsts.get(field);
    return field === '' || !issue ? [] : [inputFault(command, field, issue, raw)];
  });
  return new Refusal('invalid', 'input', { command, field: fields[0] ?? '' }, faults);
}

async function performWithin<Input extends z.ZodType, Result>(
  asked: Command<Input, Result>,
  principal: Principal,
  raw: unknown,
  { now, caller = noCaller, database }: Given & { database: Pick<Database, 'transaction'> },
): Promise<Result> {
  const policy = settings();
  demandGrant(principal, asked.name);
  const parsed = await asked.input.safeParseAsync(raw);
  if (!parsed.success) {
    throw invalidInput(asked.name, parsed.error, raw);
  }
  const work = { principal, caller, policy, now };
  const inside = () =>
    database.transaction(async (tx) => {
      const done = await asked.run({ ...work, tx }, parsed.data);
      if ('changes' in done) {
        const [{ changes }, actor] = [done, done.actor ?? principal];
        const told = { command: asked.name, at: now, address: caller.address, changes, digest: policy.auditDigest };
        const event = await recordEvent(tx, actor, told);
        const targets = policy.outbox.map(({ key }) => key);
        await tell(tx, asked.name, { actor: actor.userId, at: now, event, changes, targets });
      }
      return done.result;
    });
  return asked.around ? asked.around(work, parsed.data, inside) : inside();
}
