import { currentCaller } from '@/app/server/caller';
import { refusedAnswer } from '@/app/server/refusal';
import type { Principal } from '@/lib/access/principal';
import { countUse, type Use } from '@/lib/access/throttle/queries';
import { Refusal } from '@/lib/errors';

/** The refusal of a principal who exceeds the limit of a costly use; null within the limit. */
export async function overused(principal: Principal, use: Use): Promise<Response | null> {
  try {
    await countUse(principal, use, await currentCaller(), new Date());
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'limit') throw error;
    return refusedAnswer(error);
  }
}
