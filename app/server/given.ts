import type * as z from 'zod';
import { currentCaller } from '@/app/server/caller';
import { askingPrincipal } from '@/app/server/principal';
import { refuseForeign } from '@/app/server/refusal';
import type { Caller } from '@/lib/access/caller';
import { type Command, demandGrant, perform, toldIfRefused } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';

/**
 * The way of every write from outside to its command: who asks, the origin of the page, whether they may at all, what it
 * says, the command. Wherever on the way it is refused for want of permission, the trail is told.
 */
export async function given<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  origin: string | null,
  read: (asked: {
    readonly principal: Principal;
    readonly caller: Caller;
    /** Gives what was read to the command; as somebody else, when who asks may have changed while it was read. */
    readonly done: (raw: unknown, who?: Principal) => Promise<Result>;
  }) => Promise<Result>,
): Promise<Result> {
  const [principal, caller] = [await askingPrincipal(), await currentCaller()];
  return toldIfRefused(command.name, principal, { now: new Date(), caller }, async () => {
    refuseForeign(origin);
    // The command says so again; here it spares the reading of a file.
    demandGrant(principal, command.name);
    const done = (raw: unknown, who = principal) => perform(command, who, raw, { now: new Date(), caller });
    return read({ principal, caller, done });
  });
}
