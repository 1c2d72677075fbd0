import { beforeAll, describe, expect, test } from 'vitest';
import { GET as changes } from '@/app/api/v1/changes/route';
import { GET as figures } from '@/app/api/v1/figures/route';
import { GET as indicators } from '@/app/api/v1/indicators/route';
import { GET as lamps } from '@/app/api/v1/lamps/route';
import { GET as document } from '@/app/api/v1/openapi.json/route';
import { GET as oneRanking } from '@/app/api/v1/rankings/[id]/route';
import { GET as rankings } from '@/app/api/v1/rankings/route';
import { GET as tasks } from '@/app/api/v1/tasks/route';
import { GET as units } from '@/app/api/v1/units/route';
import { testDatabase } from '@/db/testing';
import { createClient } from '@/lib/access/clients/create-client';
import { perform } from '@/lib/access/command';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { todayOf } from '@/lib/catalogue/today';
import { locales } from '@/lib/i18n/words';
import { listedFields } from '@/lib/publishing/api/field-list';
import { describedOperations } from '@/lib/publishing/api/openapi';
import { operations } from '@/lib/publishing/api/operations';
import { operationNames } from '@/lib/publishing/api/words';
import { checkSettings } from '@/lib/testing/accounts';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
let run: string;
let token: string;

beforeAll(async () => {
  await inventedFigures(database, { period: '2021' });
  await storedScheme(database, inventedDocument());
  run = await inventedRun(database, { period: '2021' });
  const terms = { name: '检查', role: 'leader', unitCode: '', expiresOn: todayOf({ now: new Date() }) };
  token = (await perform(createClient, person('administrator'), terms, { now: new Date() })).token;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
    basis, frequency, responsible_zh, responsible_en, sort_order) values ('GDP', 'INV', '演示', 'Demo', '', '亿元', '100 m yuan', 2,
    'amount', 'higher', 'current', 'yearly', '', '', 1)`;
});

const routes = {
  ...{ indicators, units, figures, changes, rankings, lamps, tasks },
  ranking: (request: Request) => oneRanking(request, { params: Promise.resolve({ id: run }) }),
};
const written = async (language: string) => {
  const headers = { 'accept-language': language };
  return (await document(new Request('http://localhost:3000/api/v1/openapi.json', { headers }))).json();
};

describe('the document of the interface', () => {
  test('names every operation with parameters and answer, in the language that is asked for', async () => {
    const [zh, en] = [await written('zh'), await written('en')];
    expect(zh.openapi).toBe('3.1.1');
    expect(Object.keys(zh.paths).sort()).toEqual(
      ['indicators', 'units', 'figures', 'changes', 'rankings', 'rankings/{id}', 'lamps', 'tasks']
        .map((path) => `/api/v1/${path}`)
        .sort(),
    );
    const figure = en.paths['/api/v1/figures'].get;
    expect(figure.parameters.map(({ name }: { name: string }) => name)).toEqual([
      'indicator',
      'unit',
      'period_from',
      'period_to',
      'as_of',
      'format',
      'limit',
      'cursor',
    ]);
    const limit = figure.parameters.find(({ name }: { name: string }) => name === 'limit');
    expect(limit.schema).toEqual({ type: 'integer', minimum: 1, maximum: 1000, default: 100 });
    expect(Object.keys(figure.responses).sort()).toEqual([
      '200',
      '304',
      '400',
      '401',
      '403',
      '404',
      '405',
      '429',
      '500',
      '503',
    ]);
    expect(figure.summary).toBe('Figures');
    expect(zh.paths['/api/v1/figures'].get.summary).toBe('数据');
    expect(JSON.stringify(zh)).not.toContain('$schema');
  });

  test.each(locales)('has words for every parameter and field in %s', (locale) => {
    for (const { name, parameters, answer } of describedOperations(locale)) {
      const silent = parameters.filter(({ schema }) => !schema.description).map((one) => one.name);
      const fields = listedFields(answer).filter(({ about, kind }) => about === '' || kind === '');
      expect([name, silent, fields]).toEqual([name, [], []]);
    }
  });
});

test.each(operationNames)('the example of %s is answered as it says', async (name) => {
  const described = describedOperations('en').find((one) => one.name === name);
  const headers: Record<string, string> = described?.needsToken ? { authorization: `Bearer ${token}` } : {};
  const answer = await routes[name](
    new Request(`http://localhost:3000${described?.example.replace('{id}', run)}`, { headers }),
  );
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  expect(operations[name].answer.parse(body)).toEqual(body);
});

test('a period in an address is one that the product reads', () => {
  const { period_from: period } = operations.figures.parameters.shape;
  const codes = [
    '2022',
    '2022-H1',
    '2022-Q4',
    '2022-M12',
    '2022-YTD09',
    '2022-M13',
    '2022-H3',
    '22',
    '2022-',
    ' 2022',
    '0000',
    '0050-M02',
  ];
  for (const code of codes) expect(period.safeParse(code).success, code).toBe(parsePeriod(code) !== null);
});
