import { limits } from '@/lib/reporting/upload/limits';
import { refusedUpload } from '@/lib/reporting/upload/refuse-upload';
import { takeTurns } from '@/lib/turns/take-turns';

type InTurn = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/**
 * A queue of uploaded files: one per account from its first byte to its answer, so that everybody waits for one file of
 * each other account at most; `most` in all, and `atOnce` of them in memory.
 */
export function fileQueue({ atOnce, most }: { readonly atOnce: number; readonly most: number }) {
  const busyRefusal = () => refusedUpload('limit', 'busy', { seconds: 30 });
  const turns = takeTurns(atOnce, most, busyRefusal);
  const accounts = new Set<string>();
  return {
    /** Admits a file of an account during `work`, which asks for its turn before it reads the file into memory. */
    async admit<Result>(account: string, work: (inTurn: InTurn) => Promise<Result>): Promise<Result> {
      if (accounts.has(account)) throw refusedUpload('limit', 'oneAtATime', { seconds: 5 });
      if (accounts.size >= most) throw busyRefusal();
      accounts.add(account);
      try {
        return await work((inside, signal) => turns(inside, { who: account, ...(signal && { signal }) }));
      } finally {
        accounts.delete(account);
        // Collects garbage, since an idle process would keep the memory of the files.
        if (accounts.size === 0) globalThis.gc?.();
      }
    },
    /** The number of files ahead of the account's own while it waits. */
    ahead: turns.ahead,
  };
}

type Shared = { batonFiles?: ReturnType<typeof fileQueue> };
const shared = globalThis as Shared;

/** The queue of this process, shared by pages and routes: the framework may load this file once for each. */
export function filesInWork(): ReturnType<typeof fileQueue> {
  shared.batonFiles ??= fileQueue(limits.queue);
  return shared.batonFiles;
}
