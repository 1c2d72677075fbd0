import { lastLoss, openProbe } from '@/db/client';
import { isDatabaseFault, type Pool } from '@/db/pool';
import { databaseSettings } from '@/db/settings';
import { Refusal } from '@/lib/errors';

/** Milliseconds until a silent database counts as unavailable. */
const patience = 1500;
/** Milliseconds for which a good answer is reused. A bad one is not reused: the next request asks again. */
const trust = 1000;

type Probe = { readonly url: string; readonly pool: Pool; question: Promise<boolean> | null };

let probe: Probe | null = null;
let goodAt = Number.NEGATIVE_INFINITY;

/**
 * Whether the database answers now. All askers share one query on a connection of its own. A slow query is never
 * cancelled: later askers wait for the same one, each no longer than `patience`.
 */
export async function databaseAnswers(): Promise<boolean> {
  const asker = probeOf(databaseSettings().url);
  asker.question ??= ask(asker.pool).finally(() => {
    asker.question = null;
  });
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const answered = await Promise.race([asker.question, silence]);
  clearTimeout(timer);
  if (!answered) goodAt = Number.NEGATIVE_INFINITY;
  return answered;
}

/**
 * Whether the database is ready, for every page request: an answer of the last second is reused, unless a connection
 * was lost since.
 */
export async function databaseReady(): Promise<boolean> {
  const known = performance.now() - goodAt < trust && lastLoss() < goodAt;
  return known || databaseAnswers();
}

/** The refusal for an error: a command's own, or that of an unavailable database; null for a fault of the product. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return isDatabaseFault(error) ? new Refusal('unavailable', 'database', { seconds: 5 }) : null;
}

async function ask(pool: Pool): Promise<boolean> {
  const asked = performance.now();
  try {
    await pool.unsafe('select 1');
    goodAt = asked;
    return true;
  } catch {
    return false;
  }
}

/** The connection that asks; a new one when the database address changes. */
function probeOf(url: string): Probe {
  if (probe?.url === url) return probe;
  void probe?.pool.end();
  probe = { url, pool: openProbe(url), question: null };
  return probe;
}
