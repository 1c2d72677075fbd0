import { limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';
import { takeTurns } from '@/lib/turns/take-turns';

type InTurn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/**
 * The files that accounts have sent: one of an account from its first byte to its answer, so that everybody waits behind
 * one file of anybody else at most, `most` of all accounts, and of these `atOnce` in memory.
 */
export function fileQueue({ atOnce, most }: { readonly atOnce: number; readonly most: number }) {
  const busy = () => refusedUpload('limit', 'busy', { seconds: 30 });
  const turns = takeTurns(atOnce, most, busy);
  const accounts = new Set<string>();
  return {
    /** Admits a file of an account while `work` lasts, which asks for its turn before it takes the file into memory. */
    async admit<Result>(account: string, work: (inTurn: InTurn) => Promise<Result>): Promise<Result> {
      if (accounts.has(account)) throw refusedUpload('limit', 'oneAtATime', { seconds: 5 });
      if (accounts.size >= most) throw busy();
      accounts.add(account);
      try {
        return await work((inside, signal) => turns(inside, { who: account, ...(signal && { signal }) }));
      } finally {
        accounts.delete(account);
        // A process that rests keeps what files left behind until it needs the room; others may need it sooner.
        if (accounts.size === 0) globalThis.gc?.();
      }
    },
    /** How many files are ahead of the account's own while it waits. */
    ahead: turns.ahead,
  };
}

type Shared = { batonFiles?: ReturnType<typeof fileQueue> };
const shared = globalThis as Shared;

/** The queue of this process: the framework may load a file of ours once for pages and once more for routes. */
export function filesInWork(): ReturnType<typeof fileQueue> {
  shared.batonFiles ??= fileQueue(limits.queue);
  return shared.batonFiles;
}
