import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { GET as changes } from '@/app/api/v1/changes/route';
import { GET as figures } from '@/app/api/v1/figures/route';
import { GET as indicators } from '@/app/api/v1/indicators/route';
import { GET as lamps } from '@/app/api/v1/lamps/route';
import { GET as oneRanking } from '@/app/api/v1/rankings/[id]/route';
import { GET as rankings } from '@/app/api/v1/rankings/route';
import { GET as tasks } from '@/app/api/v1/tasks/route';
import { GET as units } from '@/app/api/v1/units/route';
import { testDatabase } from '@/db/testing';
import { operations } from '@/lib/publishing/api/operations';
import { Problem } from '@/lib/publishing/api/schemas';
import type { OperationName } from '@/lib/publishing/api/words';
import { figureColumns } from '@/lib/reporting/import/check-figures';
import { csvRows } from '@/lib/reporting/import/csv-rows';
import { checkSettings } from '@/lib/testing/accounts';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { manyFigures } from '@/lib/testing/many-figures';

checkSettings();
const { sql, database } = await testDatabase();
let run: string;

const routes: Readonly<Record<OperationName, (request: Request) => Promise<Response>>> = {
  ...{ indicators, units, figures, changes, rankings, lamps, tasks },
  ranking: (request) => {
    const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
    return oneRanking(request, { params: Promise.resolve({ id }) });
  },
};

const ask = (name: OperationName, query = '', headers: Record<string, string> = {}) => {
  const path = operations[name].path.replace('{id}', run);
  return routes[name](new Request(`http://localhost:3000${path}${query}`, { headers }));
};

/** An answer that fits its schema, and has nothing beside it. */
async function answered(name: OperationName, query = '', headers: Record<string, string> = {}) {
  const answer = await ask(name, query, headers);
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  const schema: z.ZodType = operations[name].answer;
  expect(schema.parse(body)).toEqual(body);
  return body as { data: Record<string, unknown>[]; next: string | null; ranking?: Record<string, unknown> };
}

/** The rows of all pages, read by the addresses in `next`. */
async function everyPage(name: OperationName, query: string) {
  const rows: Record<string, unknown>[] = [];
  let pages = 0;
  for (let at: string | null = query; at !== null; pages += 1) {
    const { data, next } = await answered(name, at);
    rows.push(...data);
    at = next && new URL(next, 'http://here').search;
  }
  return { rows, pages };
}

async function refused(name: OperationName, query: string, headers: Record<string, string> = {}) {
  const answer = await ask(name, query, headers);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = Problem.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return { ...problem, headers: answer.headers };
}

beforeAll(async () => {
  await manyFigures(sql, { units: 7, indicators: 3, months: 5 });
  await inventedFigures(database);
  await storedScheme(database, inventedDocument());
  run = await inventedRun(database);
});
beforeEach(async () => {
  await sql`delete from throttle`;
});

describe('pages join without a gap or a repetition', () => {
  test.each([1, 2, 3, 1000])(
    'of units and indicators that share their place in the order, %i at a time',
    async (limit) => {
      const stored = await sql`select code from org_unit order by sort_order, code`;
      const [shared] =
        await sql`select count(*)::int as n from org_unit a join org_unit b using (sort_order) where a.code < b.code`;
      expect(shared?.n).toBeGreaterThan(2);
      const { rows, pages } = await everyPage('units', `?limit=${limit}`);
      expect(rows.map(({ code }) => code)).toEqual(stored.map(({ code }) => code));
      expect(pages).toBe(Math.ceil(stored.length / limit));
      const codes = await sql`select code from indicator order by sort_order, code`;
      const found = await everyPage('indicators', `?limit=${limit}`);
      expect(found.rows.map(({ code }) => code)).toEqual(codes.map(({ code }) => code));
    },
  );

  test.each([4, 105])('of figures, %i at a time', async (limit) => {
    const stored = await sql`select indicator_code || period_code || org_unit_code as key from observation
      where indicator_code like 'b-%' order by indicator_code, period_code, org_unit_code`;
    const { rows } = await everyPage('figures', `?limit=${limit}&period_to=2020-M12`);
    expect(rows.map(({ indicator, period, unit }) => `${indicator}${period}${unit}`)).toEqual(
      stored.map(({ key }) => key),
    );
  });

  test('of a ranking', async () => {
    const whole = await answered('ranking');
    expect(whole.data).toHaveLength(5);
    expect((await everyPage('ranking', '?limit=2')).rows).toEqual(whole.data);
    const stored = await sql`select org_unit_code as unit, shown as score, rank as place from run_score
      where run_id = ${run} order by position`;
    expect(whole.data).toMatchObject([...stored]);
  });

  test('of rankings that were published at one moment', async () => {
    await sql`insert into run select (jsonb_populate_record(r, jsonb_build_object('id', 'copy-' || n, 'period_code', p))).*
      from run r, (values (1, '2020-M01'), (2, '2020-M02'), (3, '2020-M03')) as c(n, p) where r.id = ${run}`;
    const { rows } = await everyPage('rankings', '?limit=1');
    expect(rows.map(({ id }) => id).toSorted()).toEqual([run, 'copy-1', 'copy-2', 'copy-3'].toSorted());
    expect((await answered('rankings', '?period=2020-M02&scheme=S')).data.map(({ id }) => id)).toEqual(['copy-2']);
  });

  test('a cursor is of its question alone', async () => {
    const { next } = await answered('figures', '?limit=1&indicator=b-1');
    const cursor = new URL(`${next}`, 'http://here').searchParams.get('cursor');
    expect((await answered('figures', `?limit=9&indicator=b-1&cursor=${cursor}`)).data).toHaveLength(9);
    for (const other of ['indicator=b-2', 'limit=1', 'indicator=b-1&unit=B0001']) {
      const { errors } = await refused('figures', `?${other}&cursor=${cursor}`);
      expect(errors?.map(({ field }) => field)).toEqual(['cursor']);
    }
    for (const text of ['x', 'W10', Buffer.from('["\u0000"]').toString('base64url')]) {
      expect((await refused('units', `?cursor=${text}`)).status).toBe(400);
    }
  });
});

describe('a figure', () => {
  test('has its value as a text with the printed decimals, its source and its revision', async () => {
    await sql`update source set url = 'https://tj.example/2025' where code = 'INV'`;
    const { data } = await answered('figures', '?indicator=M1&unit=U1');
    expect(data).toEqual([
      expect.objectContaining({
        ...{ indicator: 'M1', unit: 'U1', period: '2025', value: '90.0', decimals: 1, unit_of_measure_en: '%' },
        ...{ qualifier: 'exact', vintage: 'preliminary', is_demonstration: true, revision: 1 },
        source: expect.objectContaining({
          code: 'INV',
          title: '演示来源',
          url: 'https://tj.example/2025',
          withdrawn: null,
        }),
      }),
    ]);
  });

  test('of a past moment is the one that was known then', async () => {
    await sql`insert into observation_revision select (jsonb_populate_record(r,
        '{"revision": 2, "value": 91.5, "recorded_at": "2026-02-01T00:00:00Z"}')).*
      from observation_revision r where indicator_code = 'b-1' and org_unit_code = 'B0001' and period_code = '2020-M01'`;
    await sql`update observation set value = 91.5 where indicator_code = 'b-1' and org_unit_code = 'B0001'
      and period_code = '2020-M01'`;
    const at = async (moment: string) =>
      (await answered('figures', `?indicator=b-1&unit=B0001&period_to=2020-M01${moment && `&as_of=${moment}`}`)).data;
    const [first] = await sql`select value::text from observation_revision where indicator_code = 'b-1'
      and org_unit_code = 'B0001' and period_code = '2020-M01' and revision = 1`;
    expect(await at('2026-01-31T23:59:59Z')).toMatchObject([{ value: `${first?.value}.0`, revision: 1 }]);
    expect(await at('2026-02-01T08:00:00%2B08:00')).toMatchObject([{ value: '91.5', revision: 2 }]);
    expect(await at('')).toMatchObject([{ value: '91.5', revision: 2, recorded_at: '2026-02-01T00:00:00.000Z' }]);
    expect(await at('2025-12-31T00:00:00Z')).toEqual([]);
    const { rows } = await everyPage('figures', '?as_of=2026-01-15T00:00:00Z&limit=7');
    expect(rows).toHaveLength(105);
  });

  test('that changed since a moment is told with every revision and withdrawal, once each, in their order', async () => {
    const key = sql`indicator_code = 'b-2' and org_unit_code = 'B0002' and period_code = '2020-M02'`;
    for (const [revision, at, isWithdrawn] of [
      [2, '2026-03-01T00:00:00Z', false],
      [3, '2026-03-01T00:00:00Z', true],
    ] as const)
      await sql`insert into observation_revision select (jsonb_populate_record(r, ${JSON.stringify({
        ...{ revision, recorded_at: at, is_withdrawal: isWithdrawn },
      })}::text::jsonb)).* from observation_revision r where ${key} and revision = 1`;
    const since = '?since=2026-03-01T08:00:00%2B08:00';
    const { rows } = await everyPage('changes', `${since}&indicator=b-2&limit=1`);
    expect(rows.map(({ revision, is_withdrawal, recorded_at }) => [revision, is_withdrawal, recorded_at])).toEqual([
      [2, false, '2026-03-01T00:00:00.000Z'],
      [3, true, '2026-03-01T00:00:00.000Z'],
    ]);
    // All of them, in the order in which they were recorded.
    const stored = await sql`select indicator_code || period_code || org_unit_code || revision as key
      from observation_revision where recorded_at >= '2026-01-01' order by recorded_at, indicator_code, period_code, org_unit_code, revision`;
    const whole = await everyPage('changes', '?since=2026-01-01T00:00:00Z&limit=400');
    expect(whole.rows.map((row) => `${row.indicator}${row.period}${row.unit}${row.revision}`)).toEqual(
      stored.map((row) => row.key),
    );
    expect((await refused('changes', '')).errors).toMatchObject([{ field: 'since' }]);
    expect((await refused('changes', '?since=2026-03-01')).errors).toMatchObject([{ field: 'since' }]);
    expect((await refused('changes', '?since=2999-03-01T00:00:00Z')).errors).toMatchObject([{ field: 'since' }]);
  });

  test('is chosen by the days of its period', async () => {
    const periods = async (query: string) =>
      (await answered('figures', `?indicator=b-1&unit=B0001&${query}`)).data.map(({ period }) => period);
    expect(await periods('period_from=2020-M03')).toEqual(['2020-M03', '2020-M04', '2020-M05']);
    expect(await periods('period_from=2020-Q2&period_to=2020')).toEqual(['2020-M04', '2020-M05']);
    expect(await periods('period_to=2020-Q1')).toEqual(['2020-M01', '2020-M02', '2020-M03']);
  });

  test('is a line of CSV that an import takes, and no text in it is a formula', async () => {
    await sql`update observation set note = '=1+1' where indicator_code = 'M1' and org_unit_code = 'U1'`;
    for (const [query, headers] of [
      ['&format=csv', {}],
      ['', { accept: 'text/csv' }],
    ] as const) {
      const answer = await ask('figures', `?indicator=M1&limit=2${query}`, headers);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('link')).toMatch(/^<\/api\/v1\/figures\?.*cursor=[\w-]+>; rel="next"$/);
      const text = await answer.text();
      expect(text).toContain(`'=1+1`);
      const { rows, findings } = csvRows('figures.csv', text.replace(/^\uFEFF/, ''), figureColumns);
      expect(findings).toEqual([]);
      expect(rows.map(({ unit }) => unit)).toEqual(['U1', 'U2']);
    }
  });
});

test.each([
  ['&format=sdmx-csv', {}],
  ['', { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' }],
] as const)('figures are observations of SDMX-CSV 2.0 by %j %j', async (query, headers) => {
  const answer = await ask('figures', `?indicator=M1&limit=2${query}`, headers);
  expect(answer.headers.get('content-type')).toBe('application/vnd.sdmx.data+csv;version=2.0.0; charset=utf-8');
  expect(answer.headers.get('link')).toMatch(/rel="next"$/);
  const [head, ...lines] = (await answer.text()).trimEnd().split('\r\n');
  expect(head).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE,/);
  expect(lines.map((line) => line.split(',').slice(3, 9).join())).toEqual([
    'A,M1,U1,2025,90.0,P',
    'A,M1,U2,2025,73.0,P',
  ]);
  const older = await ask('figures', '?limit=1', { accept: 'application/vnd.sdmx.data+csv;version=1.0.0' });
  expect(older.headers.get('content-type')).toMatch(/json/);
});

describe('an answer that is known', () => {
  test('is told by its tag alone, until it changes', async () => {
    const first = await ask('figures', '?indicator=M2');
    const tag = `${first.headers.get('etag')}`;
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
    for (const known of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const again = await ask('figures', '?indicator=M2', { 'if-none-match': known });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    await sql`update observation set note = '演示' where indicator_code = 'M2' and org_unit_code = 'U3'`;
    expect((await ask('figures', '?indicator=M2', { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('a faulty request', () => {
  test('is told of every faulty parameter at once, in its language', async () => {
    const query =
      '?indicator=%27&unit=a%20b&period_from=2022-13&period_to=Q1&as_of=yesterday&format=xml&limit=0&cursor=!&colour=red&scheme=S';
    const { errors, title, type, headers } = await refused('figures', query, { 'accept-language': 'en-GB, zh;q=0.5' });
    expect(errors?.map(({ field }) => field).toSorted()).toEqual(
      [
        'indicator',
        'unit',
        'period_from',
        'period_to',
        'as_of',
        'format',
        'limit',
        'cursor',
        'colour',
        'scheme',
      ].toSorted(),
    );
    expect([title, type, headers.get('content-language')]).toEqual(['Faulty parameters', '/help/api#invalid', 'en']);
    expect((await refused('figures', query)).title).toBe('参数有误');
  });

  test.each([
    ['units', '?limit=1001', 'limit'],
    ['units', '?limit=', 'limit'],
    ['units', '?limit=5&limit=6', 'limit'],
    ['units', '?__proto__=1', '__proto__'],
    ['units', '?toString=1', 'toString'],
    ['figures', '?indicator=NO-SUCH', 'indicator'],
    ['figures', '?unit=NO-SUCH', 'unit'],
    ['figures', '?period_from=2022&period_to=2021-M12', 'period_to'],
    ['figures', '?as_of=2999-01-01T00:00:00Z', 'as_of'],
    ['figures', '?as_of=2026-01-01T00:00:00', 'as_of'],
    ['rankings', '?scheme=NO-SUCH', 'scheme'],
    ['ranking', '?scheme=S', 'scheme'],
  ] as const)('%s%s', async (name, query, field) => {
    const { status, errors } = await refused(name, query);
    expect([status, errors?.map((one) => one.field)]).toEqual([400, [field]]);
  });

  test('of a ranking that there is not finds nothing', async () => {
    for (const id of ['no-such', "'", 'x'.repeat(300)]) {
      const answer = await oneRanking(new Request('http://localhost:3000/api/v1/rankings/x'), {
        params: Promise.resolve({ id }),
      });
      expect([answer.status, (await answer.json()).type]).toEqual([404, '/help/api#notFound']);
    }
  });

  test('of any text causes no fault, and tells nothing of the product', async () => {
    const texts = [
      "' or 1=1 --",
      '\u0000',
      '\ud800',
      '\u202E',
      '𝟙',
      '1e309',
      '%00',
      '../..',
      '{"a":1}',
      'x'.repeat(5000),
      ' ',
    ];
    const names = Object.keys(operations.figures.parameters.shape);
    for (const name of names) {
      for (const text of texts) {
        const answer = await ask('figures', `?${new URLSearchParams({ [name]: text })}`);
        const { status, errors } = Problem.parse(await answer.json());
        expect([status, errors?.map(({ field }) => field)], `${name}=${text}`).toEqual([400, [name]]);
        expect(JSON.stringify(errors)).not.toMatch(/select|node_modules|\.ts\b/);
      }
    }
  });

  test('beyond the limit of an address is told how long to wait, and no other address waits', async () => {
    const from = (address: string) => ask('units', '?limit=1', { 'x-baton-address': address });
    const first = await from('10.9.0.1');
    expect(first.headers.get('ratelimit-policy')).toBe('"api";q=600;w=300');
    expect(first.headers.get('ratelimit')).toMatch(/^"api";r=599;t=(300|299)$/);
    await sql`update throttle set failures = 600, blocked_until = now() + interval '100 seconds' where bucket = 'api:10.9.0.1'`;
    const over = await from('10.9.0.1');
    expect([over.status, (await over.json()).type]).toEqual([429, '/help/api#tooMany']);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(over.headers.get('ratelimit')).toMatch(/^"api";r=0;t=\d+$/);
    expect((await from('10.9.0.2')).status).toBe(200);
  });
});
