import { db } from '@/db/client';
import type { Caller } from '@/lib/access/caller';
import type { Principal } from '@/lib/access/principal';
import { type Count, perUse } from '@/lib/access/throttle/attempts';
import { reserveAttempt } from '@/lib/access/throttle/reserve-attempt';
import { anonymousId } from '@/lib/access/words';

/** Requests that are counted: a file, an answer of the search or to a program. */
export type Use = keyof typeof perUse;

/**
 * Counts one use by an account or a program, or by the address of a visitor; beyond the limit refuses it with the seconds to
 * wait. Returns the count.
 */
export async function countUse(principal: Principal, use: Use, caller: Caller, now: Date): Promise<Count> {
  const who = principal.userId === anonymousId ? caller.address : principal.userId;
  const [count] = await reserveAttempt(db(), [{ name: `${use}:${who}`, rule: perUse[use] }], now, 'tooMuchUse');
  if (!count) throw new Error('nothing was counted');
  return count;
}
