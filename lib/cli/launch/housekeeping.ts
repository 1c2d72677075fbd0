import { drizzleOver, openSql } from '@/db/client';
import { databaseSettings } from '@/db/settings';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { type BackupPlan, keepBackups } from '@/lib/cli/backup/keep-backups';
import { checkChain } from '@/lib/health/state/check-chain';
import { lastChainCheck } from '@/lib/health/state/queries';
import { announceChanges } from '@/lib/notices/outbox/announce-changes';
import { sendWaiting } from '@/lib/notices/outbox/send-waiting';
import { forgetNotices } from '@/lib/notices/reading/forget-notices';
import { runCalendars } from '@/lib/reporting/collections/calendars/run-calendars';
import { forgetUploads } from '@/lib/reporting/import/staging/forget-uploads';
import { settings } from '@/lib/settings';
import { written } from './report';

const system = systemPrincipal('housekeeping');

const everyMinutes = 10;

/** Seconds between looks at the messages that wait for other systems, and at the backups that are due. */
const everySeconds = 20;

export type Housekeeping = { readonly stop: () => Promise<void> };

/**
 * Starts the regular work of the product, now and every ten minutes: calendars open their collections, unused uploads and
 * notices read long ago are deleted, and once a day the audit chain is walked. Every few seconds programs with an address are told of new figures, messages to other systems
 * are sent, and a backup that is due or asked for is written. A failure is logged in one line and ends nothing. Returns how to
 * stop it.
 */
export function keepHouse(url: string, plan: BackupPlan): Housekeeping {
  const sql = openSql(url, { max: 1, idle_timeout: 60, prepare: !databaseSettings().isPooled });
  const database = drizzleOver(sql);
  let working: Promise<void> = Promise.resolve();
  const work = () => {
    working = keepAll(database).catch(failed);
  };
  const ended = new AbortController();
  let sending: Promise<void> | null = null;
  const send = () => {
    if (sending) return;
    const asked = { clock: () => new Date(), policy: settings(), stop: ended.signal };
    sending = announceChanges(database, { now: new Date(), publicReading: settings().publicReading })
      .then(() => sendWaiting(database, asked))
      .then(() => undefined, failed)
      .finally(() => {
        sending = null;
      });
  };
  let backing: Promise<void> | null = null;
  const back = () => {
    backing ??= writeBackups(url, plan).finally(() => {
      backing = null;
    });
  };
  work();
  send();
  back();
  const timer = setInterval(work, everyMinutes * 60_000);
  const sender = setInterval(send, everySeconds * 1000);
  timer.unref();
  const backer = setInterval(back, everySeconds * 1000);
  sender.unref();
  backer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      clearInterval(sender);
      clearInterval(backer);
      ended.abort();
      await Promise.all([working, sending, backing]);
      await sql.end({ timeout: 2 });
    },
  };
}

function failed(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`! ${written({ zh: '日常维护失败', en: 'housekeeping failed' })}: ${reason.split('\n')[0]}`);
}

async function writeBackups(url: string, plan: BackupPlan): Promise<void> {
  const outcome = await keepBackups(url, plan, new Date()).catch((error: unknown) => {
    failed(error);
    return null;
  });
  if (!outcome) return;
  if ('path' in outcome)
    console.log(`✓ ${written({ zh: '备份已写入并核验', en: 'backup written and checked' })}: ${outcome.path}`);
  else console.error(`! ${written({ zh: '备份失败', en: 'the backup failed' })}: ${plan.folder} (${outcome.fault})`);
}

async function keepAll(database: ReturnType<typeof drizzleOver>): Promise<void> {
  await openDue(database);
  await checkDaily(database);
  await perform(forgetUploads, system, {}, { now: new Date(), database });
  await perform(forgetNotices, system, {}, { now: new Date(), database });
}

/** Walks the audit chain once a day, and says where it breaks. */
async function checkDaily(database: ReturnType<typeof drizzleOver>): Promise<void> {
  const last = await lastChainCheck(system, database);
  if (last && Date.now() - last.at.getTime() < 86_400_000) return;
  const { brokenAt } = await perform(checkChain, system, {}, { now: new Date(), database });
  if (brokenAt === null) return;
  const words = { zh: `审计链在第 ${brokenAt} 条断开`, en: `the audit chain breaks at event ${brokenAt}` };
  console.error(`! ${written(words)}`);
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
