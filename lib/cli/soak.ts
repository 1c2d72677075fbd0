import { openSql } from '@/db/client';
import { openCollection, reporters } from '@/lib/cli/bench/reporters';
import { memoryOf, webProcess } from '@/lib/cli/fuzz/web-process';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { flood } from '@/lib/cli/soak/flood';
import { visits } from '@/lib/cli/soak/visits';
import { openLoadedDatabase } from '@/lib/testing/database';
import { embeddedSettings, startWebServer } from '@/lib/testing/web-server';

// `npm run soak -- [minutes]`: sends 25 files of 20 MB of one account at once, then lets forty people read and save for
// the given time. Exits with 1 when another account's file had to wait for the flood, when the web process keeps more
// than 500 MB a minute later, or when it grows by more than a tenth in the last third of the time.
const [minutes = 60] = process.argv.slice(2).map(Number);
const kept = 500;

const database = await openLoadedDatabase('npm run soak');
await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000));
process.env.DATABASE_URL = database.url;
const web = await startWebServer(database.url, '.next');
const sql = openSql(database.url, { max: 2 });
const faults: string[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
try {
  const people = await reporters(sql, 'so', 40);
  const collectionId = await openCollection(sql, people, '2026-M10');
  const pid = webProcess(new URL(web.url).port);
  if (pid === null) throw new Error('the web process is not to be seen on this system');
  const [one, other] = people;
  if (!one || !other) throw new Error('nobody is there');

  say(`At rest ${memoryOf(pid)} MB`);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, 200);
  const met = await flood(web.url, collectionId, [one, other]);
  clearInterval(watch);
  const answers = [...met.statuses].map(([status, times]) => `${status}: ${times}`).join(', ');
  await pause(60_000);
  const after = memoryOf(pid);
  say(`25 files of 20 MB: ${answers}; another account's file ${met.other.status} in ${Math.round(met.other.ms)} ms`);
  say(`Most ${most} MB, a minute later ${after} MB`);
  if (met.other.status !== 200 && met.other.status !== 303)
    faults.push(`another account's file got ${met.other.status}`);
  if (after > kept) faults.push(`a minute after the files the web process keeps ${after} MB`);

  const curve: number[] = [];
  let isOver = false;
  const done = visits({ url: web.url, collectionId, people }, () => isOver);
  for (let minute = 1; minute <= minutes; minute += 1) {
    await sql`delete from throttle`;
    await pause(60_000);
    curve.push(memoryOf(pid));
    say(`${minute} min  ${curve.at(-1)} MB`);
  }
  isOver = true;
  const { good, bad } = await done;
  say(`${good} answers, ${bad} refused or failed`);
  const [begin = 0, end = 0] = [curve[Math.floor((curve.length * 2) / 3)], curve.at(-1)];
  if (end > begin * 1.1) faults.push(`the web process grew from ${begin} to ${end} MB in the last third`);
} finally {
  await sql.end({ timeout: 2 });
  await web.stop();
  await database.stop();
}
for (const fault of faults) say(`✗ ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
