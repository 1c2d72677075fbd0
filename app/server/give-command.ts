import { headers } from 'next/headers';
import type * as z from 'zod';
import { currentCaller } from '@/app/server/caller';
import { askingPrincipal } from '@/app/server/principal';
import { refuseForeign } from '@/app/server/refusal';
import type { Caller } from '@/lib/access/caller';
import { type Command, demandGrant, perform, toldIfRefused } from '@/lib/access/command';
import { demandOwner } from '@/lib/access/page-owner';
import type { Principal } from '@/lib/access/principal';
import { ownerHeader } from '@/lib/access/words';

/**
 * Passes a write from outside to its command: principal, origin of the page, its owner, permission, input, command. A
 * refusal for want of permission, at any of these steps, is recorded in the trail. `owner` is the form's field, or
 * `later` where the form is still to be read; a script may send it as a header instead.
 */
export async function giveCommand<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  { origin, owner }: { readonly origin: string | null; readonly owner: string | null | 'later' },
  read: (asked: {
    readonly principal: Principal;
    readonly caller: Caller;
    /** Refuses a form whose page was made for another account, once it is read. */
    readonly demandForm: (owner: string | null, who: Principal) => void;
    /** Gives the input to the command; as another principal, when it may have changed during the reading. */
    readonly done: (raw: unknown, who?: Principal) => Promise<Result>;
  }) => Promise<Result>,
): Promise<Result> {
  const [principal, caller] = [await askingPrincipal(), await currentCaller()];
  const sent = (await headers()).get(ownerHeader);
  const demandForm = (written: string | null, who: Principal) => demandOwner(who, command.name, sent ?? written);
  return toldIfRefused(command.name, principal, { now: new Date(), caller }, async () => {
    refuseForeign(origin);
    if (owner !== 'later' || sent !== null) demandForm(owner, principal);
    // The command checks this again; here it avoids reading a file in vain.
    demandGrant(principal, command.name);
    const done = (raw: unknown, who = principal) => perform(command, who, raw, { now: new Date(), caller });
    return read({ principal, caller, demandForm, done });
  });
}
