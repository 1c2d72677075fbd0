import { openProbe } from '@/db/client';
import type { Pool } from '@/db/pool';
import { databaseSettings } from '@/db/settings';

/** Milliseconds after which the asker goes on without an answer. */
const patience = 500;

type Question = Promise<string | null>;
type Asker = { readonly url: string; readonly pool: Pool; asked: Question | null; next: Question | null };

let asker: Asker | null = null;

/**
 * The version of all stored data: the last hash of the audit trail, to which every command adds, and the last
 * migration. An answer covers everything stored before the question; null when the database does not answer in time. At
 * most one query runs at a time, on a connection of its own, and is never cancelled; later askers share the query after
 * it.
 */
export async function storedVersion(): Question {
  const own = askerOf(databaseSettings().url);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  const version = await Promise.race([questionTo(own), silence]);
  clearTimeout(timer);
  return version;
}

/** A query that is sent from now on: one sent before may have missed later writes. */
function questionTo(own: Asker): Question {
  if (own.asked) {
    own.next ??= own.asked.then(() => {
      own.next = null;
      return send(own);
    });
    return own.next;
  }
  return send(own);
}

function send(own: Asker): Question {
  own.asked = ask(own.pool).finally(() => {
    own.asked = null;
  });
  return own.asked;
}

async function ask(pool: Pool): Question {
  try {
    const [row] = await pool
      .unsafe(`select (select hash from audit_event order by seq desc limit 1),
        obj_description('audit_event'::regclass, 'pg_class')`)
      .values();
    return JSON.stringify(row);
  } catch {
    return null;
  }
}

/** The connection that asks; a new one when the database address changes. */
function askerOf(url: string): Asker {
  if (asker?.url === url) return asker;
  void asker?.pool.end();
  asker = { url, pool: openProbe(url), asked: null, next: null };
  return asker;
}

/** The most results that are kept; beyond it the least recently used go. */
const most = 200;

type Kept = { readonly version: string; readonly result: Promise<unknown> };
const kept = new Map<string, Kept>();

/**
 * What a costly read gives, read again only after something was written since it began. `key` holds all that the result
 * depends on besides the stored data: who asks, what, and the day where it matters. The result is shared: nobody changes it.
 */
export async function whileUnchanged<T>(key: string, read: () => Promise<T>): Promise<T> {
  const version = await storedVersion();
  if (version === null) return read();
  const found = kept.get(key);
  kept.delete(key);
  const own = found?.version === version ? found : { version, result: read() };
  kept.set(key, own);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  try {
    return (await own.result) as T;
  } catch (error) {
    if (kept.get(key) === own) kept.delete(key);
    throw error;
  }
}
