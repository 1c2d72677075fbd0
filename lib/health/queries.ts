import { lastLoss, openProbe } from '@/db/client';
import { isDatabaseFault, type Pool } from '@/db/pool';
import { Refusal } from '@/lib/errors';

/** How long a database may take to answer before it counts as down. */
const patience = 1500;
/** How long a good answer is believed. A bad one is not kept: the next request asks again. */
const trust = 1000;

type Probe = { readonly url: string; readonly pool: Pool; question: Promise<boolean> | null };

let probe: Probe | null = null;
let goodAt = Number.NEGATIVE_INFINITY;

/**
 * Whether the database answers now. Any number of askers share one question on a connection of its own. A question that
 * takes too long is never cancelled: those who ask meanwhile wait for the same one, each no longer than the patience.
 */
export async function databaseAnswers(): Promise<boolean> {
  const asker = probeOf(process.env.DATABASE_URL ?? '');
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

/** The same for every page request: an answer of the last second is good enough, unless a connection was lost since. */
export async function databaseReady(): Promise<boolean> {
  const known = performance.now() - goodAt < trust && lastLoss() < goodAt;
  return known || databaseAnswers();
}

/** The refusal that an error is, be it a command's or that of a database out of reach; null for a fault of ours. */
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

/** The connection that asks; another one when the database is another. */
function probeOf(url: string): Probe {
  if (probe?.url === url) return probe;
  void probe?.pool.end();
  probe = { url, pool: openProbe(url), question: null };
  return probe;
}
