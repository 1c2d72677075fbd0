import { db } from '@/db/client';
import type { Caller } from '@/lib/access/caller';
import type { Principal } from '@/lib/access/principal';
import { perUse } from '@/lib/access/throttle/attempts';
import { reserveAttempt } from '@/lib/access/throttle/reserve-attempt';

/** Costly requests that are counted: a file, an answer of the search. */
export type Use = keyof typeof perUse;

/**
 * Counts one use by an account, or by the address of a visitor; beyond the limit refuses it with the seconds to wait.
 */
export async function countUse(principal: Principal, use: Use, caller: Caller, now: Date): Promise<void> {
  const who = principal.sessionId ? principal.userId : caller.address;
  await reserveAttempt(db(), [{ name: `${use}:${who}`, rule: perUse[use] }], now, 'tooMuchUse');
}
