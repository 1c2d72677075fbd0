import { StartFailure } from '@/db/embedded/failure';
import { handoverHours } from '@/lib/access/users/words';
import type { BackupPlan } from '@/lib/cli/backup/keep-backups';
import { settings as policies } from '@/lib/settings';
import { buildWhenNeeded } from './build';
import { openToServe, type ProjectDatabase } from './database';
import { endingSignal } from './ending';
import { type Housekeeping, keepHouse } from './housekeeping';
import { endWith, step, written } from './report';
import { checkSettings } from './requirements';
import { dataFolder, launchSettings, placeToServe, refuseTakenPlace } from './settings';
import { prepareUpgraded } from './upgrade';
import { serve, type Web } from './web';
import { checkWebAccess } from './web-access';
import { webLog } from './web-log';
import { adopt, backupTerms, type WebSettings, webSettings } from './web-settings';

type Mode = 'start' | 'dev';

/**
 * Starts the product, step by step, and keeps it running until it is asked to end. The database is opened here and not
 * by the web server, because the build needs the database too.
 */
export async function launch(mode: Mode): Promise<void> {
  const stop = endingSignal();
  const began = performance.now();
  try {
    await run(mode, stop, began);
  } catch (error) {
    if (!stop.aborted) endWith(error);
  }
  process.exit(0);
}

async function run(mode: Mode, stop: AbortSignal, began: number): Promise<void> {
  const place = placeToServe();
  checkSettings();
  const database = await step(
    () => openToServe(`npm ${mode === 'dev' ? 'run dev' : 'start'}`),
    ({ words }) => words,
  );
  let web: Web | null = null;
  let house: Housekeeping | null = null;
  try {
    await refuseTakenPlace(place);
    stop.throwIfAborted();
    const settings = webSettings(database, place);
    adopt(settings);
    const first = await prepare(database);
    stop.throwIfAborted();
    await checkWebAccess(settings);
    house = keepHouse(database.url, backupPlan(database));
    if (mode === 'start') await build(settings, stop);
    web = await step(
      () => serve(mode, place, settings, { stop, log: webLog(dataFolder()) }),
      () => ({ zh: '网站已就绪', en: 'website ready' }),
    );
    database.announce(settings.origin);
    welcome(settings.origin, began, first);
    await untilTheEnd(web, stop);
  } finally {
    await web?.stop();
    await house?.stop();
    await database.stop();
  }
}

/** The first administrator of a product without accounts, as its user name and one-time secret. */
type First = { readonly username: string; readonly secret: string } | null;

async function prepare(database: ProjectDatabase): Promise<First> {
  const { loadAll } = await import('@/lib/cli/load-all');
  const { firstAdministrator } = await import('./first-administrator');
  const { first } = await step(
    () =>
      prepareUpgraded(database, async (over) => {
        const loaded = await loadAll(over);
        return { ...loaded, first: database.embedded ? await firstAdministrator(over) : null };
      }),
    ({ added, changed, unchanged, content }) => {
      if (content === 'none')
        return { zh: '数据库已就绪，未载入随附数据', en: 'database ready, nothing loaded into it' };
      return added + changed > 0
        ? { zh: `数据已载入：新增 ${added}、更新 ${changed}`, en: `figures loaded: ${added} added, ${changed} changed` }
        : { zh: `数据已是最新（${unchanged} 条）`, en: `figures up to date (${unchanged})` };
    },
  );
  return first;
}

function backupPlan(database: ProjectDatabase): BackupPlan {
  const { backupHour: hour, backupKeep: keep } = policies();
  return { ...backupTerms(database), folder: launchSettings().backupFolder, hour, keep };
}

async function build(settings: WebSettings, stop: AbortSignal): Promise<void> {
  await step(
    () => buildWhenNeeded(settings, stop),
    (built) => (built ? { zh: '构建完成', en: 'product built' } : { zh: '构建已是最新', en: 'build up to date' }),
  );
}

function welcome(url: string, began: number, first: First): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`\n  指挥棒 Baton  ${url}\n  ${seconds} s · Ctrl-C 停止 to stop\n`);
  if (!first) return;
  const words = {
    zh: `第一个账号：${first.username}（系统管理员），一次性初始密码，${handoverHours} 小时内有效，首次登录须改`,
    en: `the first account: ${first.username} (administrator), with a one-time secret for ${handoverHours} hours`,
  };
  console.log(`  ${written(words)}\n\n  ${first.secret}\n`);
}

async function untilTheEnd(web: Web, stop: AbortSignal): Promise<void> {
  const asked = new Promise<'asked'>((resolve) => stop.addEventListener('abort', () => resolve('asked')));
  if (stop.aborted || (await Promise.race([web.gone, asked])) === 'asked') return;
  throw new StartFailure('The web server ended unexpectedly: see above.', '网站服务意外终止：请查看上方说明。');
}
