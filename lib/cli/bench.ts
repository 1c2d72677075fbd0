import { closeSharedPool, db, openSql, type Sql } from '@/db/client';
import { listTimes } from '@/lib/cli/bench/catalogue-lists';
import { derivedTimes } from '@/lib/cli/bench/derived';
import { importTimes } from '@/lib/cli/bench/import-file';
import { keptPageTimes } from '@/lib/cli/bench/kept-pages';
import { lampTimes } from '@/lib/cli/bench/lamps';
import { mappingTimes } from '@/lib/cli/bench/mapping-screen';
import { monitoringPageTimes } from '@/lib/cli/bench/monitoring-pages';
import { pageQueryTimes } from '@/lib/cli/bench/page-queries';
import { programTimes } from '@/lib/cli/bench/programs';
import { keepReport, type Measured, reportOf } from '@/lib/cli/bench/report';
import { saveTimes } from '@/lib/cli/bench/save-cells';
import { engineTimes, runTimes } from '@/lib/cli/bench/scoring';
import { secondStart } from '@/lib/cli/bench/second-start';
import { seenByBrowser } from '@/lib/cli/bench/seen';
import { targetTimes } from '@/lib/cli/bench/target-grid';
import { answerTimes, median } from '@/lib/cli/bench/timing';
import { uploadTimes } from '@/lib/cli/bench/upload-workbook';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { account, Browser } from '@/lib/testing/accounts';
import { openLoadedDatabase } from '@/lib/testing/database';
import { embeddedSettings, startWebServer } from '@/lib/testing/web-server';

// The floor of every ratio is measured in the same run, on the same server and data.
const build = '.next';
const indicatorPage = '/catalogue/indicators/GDP';

type Place = { readonly database: string; readonly web: string };

/** The rows of the report in their order, by the words that choose some of them: `npm run bench -- derived targets`. */
const parts: readonly { name: string; rows: (place: Place) => Promise<readonly Measured[]> }[] = [
  { name: 'pages', rows: ({ web }) => servedPages(web) },
  { name: 'kept', rows: ({ web }) => keptPageTimes(web) },
  { name: 'session', rows: ({ database, web }) => signedIn(database, web) },
  { name: 'queries', rows: ({ database }) => pageQueryTimes(database) },
  {
    name: 'programs',
    rows: (place) => overPool(place, (sql, web) => programTimes(sql, web, place.database)),
  },
  { name: 'browser', rows: ({ web }) => browserSight(web) },
  { name: 'upload', rows: (place) => overPool(place, uploadTimes) },
  { name: 'saves', rows: (place) => overPool(place, saveTimes) },
  { name: 'targets', rows: (place) => overPool(place, targetTimes) },
  { name: 'lamps', rows: (place) => overPool(place, lampTimes) },
  { name: 'monitoring', rows: (place) => overPool(place, monitoringPageTimes) },
  { name: 'mapping', rows: (place) => overPool(place, mappingTimes) },
  { name: 'engine', rows: () => engineTimes() },
  { name: 'runs', rows: (place) => overPool(place, runTimes) },
  { name: 'import', rows: ({ database, web }) => importTimes(database, web) },
  { name: 'derived', rows: ({ database }) => derivedTimes(database) },
  { name: 'lists', rows: (place) => overPool(place, listTimes) },
  {
    name: 'start',
    rows: async () => [{ what: 'Second start, until healthy', value: await secondStart(), unit: 's', budget: 5 }],
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !parts.some(({ name }) => name === word));
if (unknown.length > 0) {
  process.stderr.write(`No rows ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.\n`);
  process.exit(1);
}
const chosen = parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
const database = await openLoadedDatabase('npm run bench');
await buildWhenNeeded(embeddedSettings(database.url), AbortSignal.timeout(600_000));
const web = await startWebServer(database.url, build);
const rows: Measured[] = [];
try {
  for (const part of chosen) rows.push(...(await part.rows({ database: database.url, web: web.url })));
} finally {
  await web.stop();
  await database.stop();
}
// The manual has the whole report, whose rows are of one run.
if (asked.length === 0) keepReport('bench', rows);
else process.stdout.write(`${reportOf(rows)}\n`);
process.exit(0);

/**
 * Answer times of the two hot pages relative to the emptiest page of the same server: the one for an unknown address.
 */
async function servedPages(url: string): Promise<Measured[]> {
  const pages = [
    { what: 'Overview', name: 'overview', path: '/' },
    { what: 'Indicator page', name: 'indicator', path: indicatorPage },
  ];
  const times = await answerTimes(
    [
      ...pages.map(({ name, path }) => ({ name, url: `${url}${path}` })),
      { name: 'empty', url: `${url}/no-such-page`, status: 404 },
    ],
    200,
  );
  const floor = times.get('empty') ?? Number.NaN;
  return pages.flatMap(({ what, name }) => {
    const time = times.get(name) ?? Number.NaN;
    return [
      { what: `${what}, median answer, one client`, value: time, unit: 'ms', budget: 25 },
      {
        what: `${what}, against an empty page`,
        value: time / floor,
        unit: '×',
        budget: 4,
        note: `${floor.toFixed(1)} ms`,
      },
    ];
  });
}

/** The cost of a session per page, and of a sign-in; a password hash that takes less than 50 ms would be too cheap. */
async function signedIn(databaseUrl: string, url: string): Promise<Measured[]> {
  process.env.DATABASE_URL = databaseUrl;
  const user = await account(db(), { username: 'bench', role: 'leader', unitCode: '' });
  const browser = new Browser();
  const verifying: number[] = [];
  for (let round = 0; round < 21; round += 1) {
    const start = performance.now();
    await browser.signIn(user.username, user.password);
    verifying.push(performance.now() - start);
  }
  const cookie = browser.caller.cookies;
  const times = await answerTimes(
    [
      { name: 'anonymous', url: `${url}/` },
      { name: 'signed in', url: `${url}/`, cookie },
    ],
    200,
  );
  await closeSharedPool();
  const [anonymous = Number.NaN, signed = Number.NaN] = [times.get('anonymous'), times.get('signed in')];
  return [
    {
      what: 'Overview signed in, against the same anonymously',
      value: signed / anonymous,
      unit: '×',
      budget: 1.3,
      note: `${anonymous.toFixed(1)} ms`,
    },
    { what: 'A sign-in, password and session (50 at least)', value: median(verifying), unit: 'ms', budget: 150 },
  ];
}

/** Rows that work on the database themselves, beside the product. */
async function overPool(
  { database: databaseUrl, web: url }: Place,
  times: (sql: Sql, url: string) => Promise<Measured[]>,
): Promise<Measured[]> {
  process.env.DATABASE_URL = databaseUrl;
  const sql = openSql(databaseUrl, { max: 2 });
  try {
    return await times(sql, url);
  } finally {
    await sql.end();
    await closeSharedPool();
  }
}

async function browserSight(url: string): Promise<Measured[]> {
  const overview = await seenByBrowser(`${url}/`, build);
  const indicator = await seenByBrowser(`${url}${indicatorPage}`, build);
  return [
    {
      what: 'Overview, first contentful paint, against the same HTML as a file',
      value: overview.paint / overview.staticPaint,
      unit: '×',
      budget: 1.5,
      note: `${overview.paint.toFixed(0)} ms and ${overview.staticPaint.toFixed(0)} ms`,
    },
    {
      what: 'Overview, JavaScript before charts, gzipped',
      value: overview.scriptsBeforeCharts / 1024,
      unit: 'KB',
      budget: 200,
    },
    {
      what: 'Overview, JavaScript with charts, gzipped',
      value: overview.scriptsWithCharts / 1024,
      unit: 'KB',
      budget: 320,
    },
    { what: 'Overview, layout shift', value: overview.layoutShift, unit: '', budget: 0.02 },
    { what: 'Indicator page, layout shift', value: indicator.layoutShift, unit: '', budget: 0.02 },
  ];
}
