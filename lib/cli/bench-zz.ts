import { openSql } from '@/db/client';
import { openLoadedDatabase } from '@/lib/cli/checks/database';
import { embeddedSettings, startWebServer } from '@/lib/cli/checks/web-server';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { runTimes } from '@/lib/cli/bench/scoring';
import { reportOf } from '@/lib/cli/bench/report';
const database = await openLoadedDatabase('bench zz');
await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000));
const web = await startWebServer(database.url, '.next');
try {
  process.env.DATABASE_URL = database.url;
  const sql = openSql(database.url, { max: 2 });
  console.log(reportOf(await runTimes(sql, web.url)));
} catch (e) { console.error(e); } finally { await web.stop(); await database.stop(); }
process.exit(0);
