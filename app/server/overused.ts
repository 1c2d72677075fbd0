import { currentCaller } from '@/app/server/caller';
import { refusedAnswer } from '@/app/server/refusal';
import type { Principal } from '@/lib/access/principal';
import { countUse, type Use } from '@/lib/access/throttle/queries';
import { Refusal } from '@/lib/errors';

/** The answer to somebody who asks for more of what costs much than a person could want; null as long as it is fine. */
export async function overused(principal: Principal, use: Use): Promise<Response | null> {
  try {
    await countUse(principal, use, await currentCaller(), new Date());
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'limit') throw error;
    return refusedAnswer(error);
  }
}
