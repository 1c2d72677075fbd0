import type * as z from 'zod';
import { currentCaller } from '@/app/server/caller';
import { askingPrincipal } from '@/app/server/principal';
import { refuseForeign } from '@/app/server/refusal';
import type { Caller } from '@/lib/access/caller';
import { type Command, demandGrant, perform, toldIfRefused } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';

/**
 * Passes a write from outside to its command: principal, origin of the page, permission, input, command. A refusal for
 * want of permission, at any of these steps, is recorded in the trail.
 */
export async function giveCommand<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  origin: string | null,
  read: (asked: {
    readonly principal: Principal;
    readonly caller: Caller;
    /** Gives the input to the command; as another principal, when it may have changed during the reading. */
    readonly done: (raw: unknown, who?: Principal) => Promise<Result>;
  }) => Promise<Result>,
): Promise<Result> {
  const [principal, caller] = [await askingPrincipal(), await currentCaller()];
  return toldIfRefused(command.name, principal, { now: new Date(), caller }, async () => {
    refuseForeign(origin);
    // The command checks this again; here it avoids reading a file in vain.
    demandGrant(principal, command.name);
    const done = (raw: unknown, who = principal) => perform(command, who, raw, { now: new Date(), caller });
    return read({ principal, caller, done });
  });
}
