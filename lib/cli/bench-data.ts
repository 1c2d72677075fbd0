import { openSql } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { pageSizes } from '@/lib/cli/bench/page-sizes';
import { keepReport, keepTable, type Measured } from '@/lib/cli/bench/report';
import { addSyntheticFigures, synthetic, syntheticIndicator } from '@/lib/cli/bench/synthetic';
import { answerTimes } from '@/lib/cli/bench/timing';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { loadDataset } from '@/lib/cli/load-dataset';
import { openLoadedDatabase } from '@/lib/testing/database';
import { embeddedSettings, startWebServer } from '@/lib/testing/web-server';

// Compares two products at once, on two databases of one server: one with the data set, one with millions of synthetic
// figures added.
const page = '/catalogue/indicators/GDP';

const database = await openLoadedDatabase('npm run bench:data');
try {
  await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000));
  keepTable('bench:pages', await pageSizes(database.url, '.next'));
  const large = await largeDatabase(database.url);
  const [small, big] = [await startWebServer(database.url, '.next'), await startWebServer(large, '.next')];
  try {
    keepReport('bench:data', await compareAnswers(small.url, big.url));
  } finally {
    await Promise.all([small.stop(), big.stop()]);
  }
} finally {
  await database.stop();
}
process.exit(0);

/** Creates a second database beside the first: the data set and the synthetic figures. */
async function largeDatabase(beside: string): Promise<string> {
  const address = new URL(beside);
  address.pathname = '/baton_large';
  const maintenance = openSql(beside, { max: 1 });
  await maintenance`create database baton_large`;
  await maintenance.end();
  await prepareDatabase(address.href, loadDataset);
  const sql = openSql(address.href, { max: 1 });
  await addSyntheticFigures(sql);
  await sql.end();
  return address.href;
}

async function compareAnswers(small: string, big: string): Promise<Measured[]> {
  const times = await answerTimes(
    [
      { name: 'small', url: `${small}${page}` },
      { name: 'big', url: `${big}${page}` },
      { name: 'synthetic', url: `${big}/catalogue/indicators/${syntheticIndicator}` },
    ],
    100,
  );
  const time = (name: string) => times.get(name) ?? Number.NaN;
  const rows = (synthetic.units * synthetic.indicators * synthetic.months).toLocaleString('en');
  return [
    { what: 'Indicator page, data set alone', value: time('small'), unit: 'ms' },
    { what: `Indicator page, beside ${rows} figures`, value: time('big'), unit: 'ms' },
    { what: 'Slowed by', value: time('big') / time('small'), unit: '×', budget: 2 },
    { what: `Page of a synthetic indicator, ${synthetic.units} units`, value: time('synthetic'), unit: 'ms' },
  ];
}
