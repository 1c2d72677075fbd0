import type { Sql } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { answerTimes } from '@/lib/cli/bench/timing';
import { manyFigures } from '@/lib/testing/many-figures';

const size = { units: 3000, indicators: 5000 } as const;
const rounds = 60;

const pages = [
  { what: `List of ${size.indicators} indicators`, path: '/catalogue/indicators' },
  { what: 'The same, a search that finds nearly all', path: '/catalogue/indicators?q=demo' },
  { what: `List of ${size.units} units`, path: '/catalogue/units' },
];

/** The lists of a large catalogue, made anew, against the emptiest page of the same server. */
export async function listTimes(sql: Sql, url: string): Promise<Measured[]> {
  // A figure of each unit and indicator would be fifteen million: ten indicators have them.
  await manyFigures(sql, { units: size.units, indicators: 10, months: 1 });
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    select 'c-' || n, 'many', '演示' || n, 'Demo ' || n, '', '家', 'firms', 1, 'amount', 'higher', 'current', 'monthly', '', '',
      9900 + n from generate_series(11, ${size.indicators}::int) n`;
  await sql`vacuum analyze`;
  const times = await answerTimes(
    [
      ...pages.map(({ path }) => ({ name: path, url: `${url}${path}` })),
      { name: 'empty', url: `${url}/no-such-page`, status: 404 },
    ],
    rounds,
  );
  const floor = times.get('empty') ?? Number.NaN;
  return pages.map(({ what, path }) => ({
    what: `${what}, against an empty page`,
    value: (times.get(path) ?? Number.NaN) / floor,
    unit: '×',
    budget: 2,
    note: `${(times.get(path) ?? Number.NaN).toFixed(1)} ms and ${floor.toFixed(1)} ms`,
  }));
}
