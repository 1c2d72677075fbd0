import { lastLoss, sharedSql } from '@/db/client';

/** How long a database may take to answer before it counts as down. */
const patience = 1500;
/** How long a good answer is believed. A bad one is not kept: the next request asks again. */
const trust = 1000;

let asking: Promise<boolean> | null = null;
let goodAt = Number.NEGATIVE_INFINITY;

/** Whether the database answers now. Any number of askers share one question. */
export function databaseAnswers(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

/** The same for every page request: an answer of the last second is good enough, unless a connection was lost since. */
export async function databaseReady(): Promise<boolean> {
  const known = performance.now() - goodAt < trust && lastLoss() < goodAt;
  return known || databaseAnswers();
}

async function ask(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const question = sharedSql()`select 1`;
    const silence = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        // It must not wait in the pool's queue until the database is back.
        question.cancel();
        resolve(false);
      }, patience);
    });
    const answer = question.then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([answer, silence]);
    goodAt = answered ? performance.now() : Number.NEGATIVE_INFINITY;
    return answered;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
