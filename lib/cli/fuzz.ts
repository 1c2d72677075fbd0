import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeSharedPool, db, openSql } from '@/db/client';
import { seedFiles } from '@/lib/cli/fuzz/seed-files';
import { sendFuzzed } from '@/lib/cli/fuzz/send-files';
import { memoryOf, webProcess } from '@/lib/cli/fuzz/web-process';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { templateReturn } from '@/lib/reporting/import/template/queries';
import { account, Browser, fictionalUnits } from '@/lib/testing/accounts';
import { openLoadedDatabase } from '@/lib/testing/database';
import { inventedCollection } from '@/lib/testing/invented-collection';
import { embeddedSettings, startWebServer } from '@/lib/testing/web-server';

// `npm run fuzz [count]`: sends damaged files over HTTP to a product on a database of its own. Exits with 1 when an
// answer is a server error or slow, when the server ends or grows, or when a file, a thread or a row is left behind.
const count = Number(process.argv[2] ?? 10_000);
const limits = { seconds: 25, megabytes: 400 };

const database = await openLoadedDatabase('npm run fuzz');
await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000));
const temporary = mkdtempSync(join(tmpdir(), 'baton-fuzz-'));
const usual = process.env.TMPDIR;
process.env.TMPDIR = temporary;
const web = await startWebServer(database.url, '.next');
if (usual === undefined) delete process.env.TMPDIR;
else process.env.TMPDIR = usual;
const sql = openSql(database.url, { max: 1 });
const faults: string[] = [];
try {
  process.env.DATABASE_URL = database.url;
  await fictionalUnits(db());
  const collectionId = await inventedCollection(db(), { figures: 12 });
  const user = await account(db(), { username: 'fuzz', role: 'reporter' });
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  const one = await templateReturn(await browser.principal(), collectionId);
  if (!one) throw new Error('the invented collection has no return');
  const pid = webProcess(new URL(web.url).port);
  let most = 0;
  const began = performance.now();
  const sent = await sendFuzzed({ url: web.url, cookies: browser.caller.cookies, collectionId }, await seedFiles(one), {
    count,
    async between(done) {
      await sql`delete from throttle`;
      if (pid !== null) most = Math.max(most, memoryOf(pid));
      if (done % 1000 === 0)
        process.stdout.write(`… ${done} files, ${Math.round((performance.now() - began) / 1000)} s\n`);
    },
  });
  const [rows] = await sql`select count(*)::int as n from submission_value`;
  const [before] = await sql`select count(*)::int as n from submission_value where org_unit_code <> 'JIA'`;
  const left = readdirSync(temporary);
  const same = pid === null || webProcess(new URL(web.url).port) === pid;
  const written = (rows?.n ?? 0) - (before?.n ?? 0);
  const answers = [...sent.statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  process.stdout.write(`Answers ${answers.join(', ')}\n`);
  process.stdout.write(`Slowest ${(sent.slowest.ms / 1000).toFixed(1)} s (${sent.slowest.file})\n`);
  process.stdout.write(
    `Web process ${pid === null ? 'not seen' : `at most ${most} MB`}; temporary files ${left.length}; figures written ${written}\n`,
  );
  faults.push(...sent.broken.slice(0, 20));
  if (sent.slowest.ms > limits.seconds * 1000) faults.push('an answer was too slow');
  if (most > limits.megabytes) faults.push(`the web process grew to ${most} MB`);
  if (left.length > 0) faults.push(`temporary files: ${left.join(', ')}`);
  if (written > 0) faults.push(`${written} figures written`);
  if (!same) faults.push('the web process was another one in the end');
  if (!(await fetch(`${web.url}/healthz`)).ok) faults.push('the web process is not healthy');
} finally {
  await closeSharedPool();
  await sql.end();
  await web.stop();
  await database.stop();
  rmSync(temporary, { recursive: true, force: true });
}
for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
