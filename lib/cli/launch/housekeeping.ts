import { drizzleOver, openSql } from '@/db/client';
import { databaseSettings } from '@/db/settings';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { runCalendars } from '@/lib/reporting/collections/calendars/run-calendars';
import { forgetUploads } from '@/lib/reporting/import/staging/forget-uploads';
import { written } from './report';

const everyMinutes = 10;

export type Housekeeping = { readonly stop: () => Promise<void> };

/**
 * Starts the regular work of the product, now and every ten minutes: calendars open their collections, unused uploads
 * are deleted. A failure is logged in one line and ends nothing. Returns how to stop it.
 */
export function keepHouse(url: string): Housekeeping {
  const sql = openSql(url, { max: 1, idle_timeout: 60, prepare: !databaseSettings().isPooled });
  const database = drizzleOver(sql);
  let working: Promise<void> = Promise.resolve();
  const work = () => {
    working = keepAll(database).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`! ${written({ zh: '日常维护失败', en: 'housekeeping failed' })}: ${reason.split('\n')[0]}`);
    });
  };
  work();
  const timer = setInterval(work, everyMinutes * 60_000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
      await sql.end({ timeout: 2 });
    },
  };
}

async function keepAll(database: ReturnType<typeof drizzleOver>): Promise<void> {
  await openDue(database);
  await perform(forgetUploads, systemPrincipal('housekeeping'), {}, { now: new Date(), database });
}

async function openDue(database: ReturnType<typeof drizzleOver>): Promise<void> {
  const { opened, refused } = await perform(
    runCalendars,
    systemPrincipal('calendar'),
    {},
    { now: new Date(), database },
  );
  if (opened > 0) {
    console.log(
      `✓ ${written({ zh: `按日历开设填报任务 ${opened} 项`, en: `collections opened by calendar: ${opened}` })}`,
    );
  }
  for (const { title, periodCode, key } of refused) {
    console.error(
      `! ${written({ zh: '日历未能开设任务', en: 'a calendar could not open' })}: ${title} ${periodCode} (${key})`,
    );
  }
}
