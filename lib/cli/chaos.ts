import { openSql } from '@/db/client';
import { peopleOf } from '@/lib/cli/chaos/people';
import { askAll } from '@/lib/cli/chaos/requests';
import { foreignRows } from '@/lib/cli/chaos/rows';
import { makeTrouble } from '@/lib/cli/chaos/troubles';
import { chance } from '@/lib/cli/fuzz/chance';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { openLoadedDatabase } from '@/lib/testing/database';
import { embeddedSettings, startWebServer } from '@/lib/testing/web-server';

// `npm run chaos [requests] [people]`: signed-in users send requests to a product on a database of its own, while
// locks, frozen and killed connections and cancelled statements disturb it. Exits with 1 when an answer or a stored row
// has the mark of another user, when the product loses a session, or when it does not recover.
const [count = 20_000, people = 30] = process.argv.slice(2).map(Number);

const database = await openLoadedDatabase('npm run chaos');
await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000));
const connection = { application_name: 'chaos' };
const sql = openSql(database.url, { max: 4, connection });
const faults: string[] = [];
process.env.DATABASE_URL = database.url;
const web = await startWebServer(database.url, '.next', { log: () => {} });
try {
  const made = await peopleOf(sql, people);
  const began = performance.now();
  let isOver = false;
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const trouble = makeTrouble(sql, chance(1), () => isOver);
  const tally = await askAll(
    { url: web.url, ...made },
    {
      count,
      random: chance(2),
      told(done) {
        // Keeps the throttle from refusing requests.
        if (done % 200 === 0) void sql`delete from throttle`.catch(() => {});
        if (done % 1000 === 0) process.stdout.write(`… ${done} requests, ${seconds()} s\n`);
      },
    },
  );
  isOver = true;
  const troubles = [...(await trouble)].map(([name, times]) => `${name} ${times}`).join(', ');
  const rows = await foreignRows(sql);
  for (const [what, times] of [...tally.statuses].sort()) process.stdout.write(`  ${what}: ${times}\n`);
  process.stdout.write(`Troubles: ${troubles}; ${seconds()} s\n`);
  process.stdout.write(
    `${tally.own} answers to their askers, ${tally.none} without an answer, ${tally.strangers.length} taken for nobody, ` +
      `${tally.foreign.length} foreign answers, ${rows.length} of ${rows.all} rows foreign\n`,
  );
  faults.push(...tally.foreign.slice(0, 10), ...tally.strangers.slice(0, 10), ...rows.slice(0, 10));
  if (!(await fetch(`${web.url}/readyz`)).ok) faults.push('the product is not ready afterwards');
} finally {
  await sql.end({ timeout: 2 });
  await web.stop();
  await database.stop();
}
for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
process.exit(faults.length > 0 ? 1 : 0);
