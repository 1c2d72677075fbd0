import { openProbe } from '@/db/client';
import type { Pool } from '@/db/pool';

/** How long the answer may take until whoever asked goes on without it. */
const patience = 500;

type Question = Promise<string | null>;
type Asker = { readonly url: string; readonly pool: Pool; asked: Question | null; next: Question | null };

let asker: Asker | null = null;

/**
 * The version of all that is stored: the last sum of the audit trail, to which every command adds, and the last migration.
 * What was stored before somebody asks is in the answer; null when the database gives none in time. At most one question is
 * under way, on a connection of its own, and is never cancelled; whoever asks meanwhile shares the one after it.
 */
export async function storedVersion(): Question {
  const own = askerOf(process.env.DATABASE_URL ?? '');
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  const version = await Promise.race([questionTo(own), silence]);
  clearTimeout(timer);
  return version;
}

/** A question that is sent from now on: one that was sent before may have missed what was stored since. */
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

/** The connection that asks; another one when the database is another. */
function askerOf(url: string): Asker {
  if (asker?.url === url) return asker;
  void asker?.pool.end();
  asker = { url, pool: openProbe(url), asked: null, next: null };
  return asker;
}
