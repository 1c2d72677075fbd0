import { headers } from 'next/headers';
import { startOfDay, writtenMoment } from '@/lib/i18n/moments';

type Shared = { batonPageHolds?: (id: string, until: number) => void };

/** States until when this page is valid, so that it is kept no longer (kept-pages.mjs). */
async function tellHolds(until: number): Promise<void> {
  (globalThis as Shared).batonPageHolds?.((await headers()).get('x-request-id') ?? '', until);
}

/** The present time, for a page that visitors see: the page is then never kept. */
export async function currentMoment(): Promise<Date> {
  await tellHolds(0);
  return new Date();
}

/** The present minute, for a page that shows no seconds: the page is kept until the next. */
export async function currentMinute(): Promise<Date> {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  await tellHolds(minute + 60_000);
  return new Date(minute);
}

/** The present day in Shanghai (2026-11-25), for a page that depends on it: the page is kept until the next. */
export async function currentDay(): Promise<string> {
  const day = writtenMoment(new Date()).slice(0, 10);
  await tellHolds(startOfDay(day, { after: true }).getTime());
  return day;
}
