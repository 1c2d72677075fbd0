import { closeSharedPool, openSql, type Sql } from '@/db/client';
import { timeOfMany } from '@/lib/cli/bench/kept-pages';
import { largeCode, largeRun } from '@/lib/cli/bench/scoring';
import { addSyntheticFigures } from '@/lib/cli/bench/synthetic';
import { answerTimes } from '@/lib/cli/bench/timing';
import { copyDatabase } from '@/lib/testing/database';
import { manyFigures } from '@/lib/testing/many-figures';
import { startWebServer } from '@/lib/testing/web-server';

/** The sizes in the order of the addresses of each page below. */
const sizes = [
  { name: 'S', fill: addHundredUnits },
  { name: 'M', fill: addMillions },
  { name: 'L', fill: addThousandsOfUnits },
] as const;

const example = 'scheme=EXAMPLE-ECONOMY&period=2022';
const same = (path: string) => [path, path, path];

/** The pages, each with its addresses at the sizes S, M and L. */
const pages: readonly { what: string; paths: readonly string[] }[] = [
  { what: 'Overview', paths: same('/') },
  { what: 'GDP', paths: same('/catalogue/indicators/GDP') },
  {
    what: 'Indicator of 100, 500 and 3,000 units',
    paths: ['b-3?group=many', 'demo-001?group=demo', 'b-3?group=many'].map((one) => `/catalogue/indicators/${one}`),
  },
  { what: 'Indicators', paths: same('/catalogue/indicators') },
  { what: 'Units', paths: same('/catalogue/units') },
  { what: 'Unit', paths: ['320600', 'demo-0001', 'B0007'].map((code) => `/catalogue/units/${code}`) },
  { what: 'Source', paths: ['SEED2', 'demo', 'many'].map((code) => `/catalogue/sources/${code}`) },
  { what: 'Revisions', paths: same('/reporting/revisions?since=2020-01-01T00:00') },
  { what: 'Comparison', paths: same('/dashboards/compare') },
  {
    what: 'Ranking of 13, 13 and 3,000 units',
    paths: [example, example, `scheme=${largeCode}`].map((query) => `/assessment/rankings?${query}`),
  },
  {
    what: 'Heat map of the same',
    paths: [example, example, `scheme=${largeCode}`].map((query) => `/assessment/rankings/heat?${query}`),
  },
];

/** The most times of an empty page: of a page made anew, and of a kept one. The least kept answers a second. */
const budgets = { anew: 4, kept: 0.5, aSecond: 200 };

/**
 * A table in Markdown of every page at every size: made anew and kept, each as a multiple of an empty page of the same
 * server, and the kept answers a second to ten clients. `loaded` is an unused database with the data set.
 */
export async function pageSizes(loaded: string, build: string): Promise<string> {
  const head = [
    '| page | size | anew, against an empty page | kept, against an empty page | kept, answers a second |',
    '| --- | --- | ---: | ---: | ---: |',
  ];
  const lines: string[] = [];
  for (const [at, { name, fill }] of sizes.entries()) {
    const database = await copyDatabase(loaded);
    await fill(database.url);
    const web = await startWebServer(database.url, build);
    try {
      lines.push(
        ...(await linesOf(
          name,
          web.url,
          pages.map(({ what, paths }) => ({ what, path: paths[at] ?? '/' })),
        )),
      );
    } finally {
      await web.stop();
      await database.stop();
    }
  }
  return [...head, ...lines].join('\n');
}

async function linesOf(size: string, web: string, shown: readonly { what: string; path: string }[]): Promise<string[]> {
  const times = await answerTimes(
    [
      ...shown.flatMap(({ path }) => [
        { name: `anew ${path}`, url: `${web}${path}` },
        { name: `kept ${path}`, url: `${web}${path}`, kept: true },
      ]),
      { name: 'empty', url: `${web}/no-such-page`, status: 404 },
    ],
    40,
  );
  const empty = times.get('empty') ?? Number.NaN;
  const timesOfEmpty = (kind: 'anew' | 'kept', path: string) => {
    const ratio = (times.get(`${kind} ${path}`) ?? Number.NaN) / empty;
    return verdict(`${ratio.toFixed(2)} ×`, ratio <= budgets[kind]);
  };
  const lines: string[] = [];
  for (const { what, path } of shown) {
    const aSecond = 1000 / (await timeOfMany(`${web}${path}`, 10, 500));
    const cells = [what, size, timesOfEmpty('anew', path), timesOfEmpty('kept', path)];
    lines.push(`| ${[...cells, verdict(aSecond.toFixed(0), aSecond >= budgets.aSecond)].join(' | ')} |`);
  }
  return lines;
}

const verdict = (value: string, isMet: boolean) => (isMet ? value : `${value} **missed**`);

async function addHundredUnits(url: string): Promise<void> {
  await filled(url, (sql) => manyFigures(sql, { units: 100, indicators: 20, months: 12 }));
}

async function addMillions(url: string): Promise<void> {
  await filled(url, addSyntheticFigures);
}

async function addThousandsOfUnits(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  await filled(url, async (sql) => {
    await manyFigures(sql, { units: 3000, indicators: 10, months: 16 });
    const { compute, publish } = await largeRun(sql);
    await publish(await compute());
  });
  await closeSharedPool();
}

/** Fills a database and tidies it, as it tidies itself soon after so many rows. */
async function filled(url: string, fill: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = openSql(url, { max: 2 });
  await fill(sql);
  await sql`vacuum analyze`;
  await sql.end();
}
