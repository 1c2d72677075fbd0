import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { fileIdentity, fileRows, missingColumns } from '@/lib/cli/import/csv-file';
import { figureColumns } from '@/lib/reporting/import/check-figures';
import { importFigures } from '@/lib/reporting/import/import-figures';
import { checkSettings, fictionalUnits } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('demo', '演示数据', '演示数据', '', '', 'unverified', 1)`;
const folder = mkdtempSync(join(tmpdir(), 'baton-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const header = figureColumns.join(',');
const row = (unit: string, period: string, value: string, note = '演示数据') =>
  `DEMO,${unit},${period},${value},exact,,final,,,demo,表1,,${note}`;

async function importContent(content: string | Buffer) {
  const path = join(folder, 'figures.csv');
  writeFileSync(path, content);
  const { id, encoding } = await fileIdentity(path);
  const missing = await missingColumns(path, encoding, figureColumns);
  if (missing.length > 0) return { kind: 'missing' as const, columns: missing.map(({ column }) => column) };
  const rows = fileRows(path, encoding, figureColumns);
  const input = { id, fileName: 'figures.csv', reason: '测试导入', rows, tell: () => {} };
  return perform(importFigures, systemPrincipal('import'), input, { now: new Date(), database });
}
const text = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const storedFigures = async () =>
  (await sql`select org_unit_code || ' ' || period_code || ' ' || value as said from observation order by 1`).map(
    ({ said }) => said,
  );
const events = async () => (await sql`select count(*)::int as n from audit_event`)[0]?.n;

beforeEach(async () => {
  await sql`truncate coverage`;
  await sql`alter table observation_revision disable trigger user`;
  await sql`delete from observation_revision`;
  await sql`alter table observation_revision enable trigger user`;
  await sql`delete from observation`;
  await sql`delete from import_batch`;
});

test('a file is stored with a revision for each figure and one event for all', async () => {
  const before = await events();
  const result = await importContent(text(row('JIA', '2022', '10.50'), '', row('YI', '2022-M09', '7')));
  expect(result).toEqual({ kind: 'stored', outcome: { added: 2, changed: 0, unchanged: 0, inHistory: 0 } });
  expect(await storedFigures()).toEqual(['JIA 2022 10.50', 'YI 2022-M09 7']);
  expect(await sql`select revision, reason from observation_revision`).toHaveLength(2);
  expect(await events()).toBe(before + 1);
});

test('the same file again changes nothing and returns the first result, in another order of rows too', async () => {
  const [one, two] = [row('JIA', '2022', '10.50'), row('YI', '2022', '7')];
  await importContent(text(one, two));
  const before = await events();
  expect(await importContent(text(one, two))).toMatchObject({ outcome: { added: 0, changed: 0, unchanged: 2 } });
  expect(await events()).toBe(before);
  expect(await importContent(text(two, one))).toMatchObject({ outcome: { added: 0, changed: 0, unchanged: 2 } });
  expect(await sql`select 1 from observation_revision`).toHaveLength(2);
});

test('a corrected figure is a second revision; the first stays', async () => {
  await importContent(text(row('JIA', '2022', '10.50')));
  expect(await importContent(text(row('JIA', '2022', '11.00')))).toMatchObject({ outcome: { added: 0, changed: 1 } });
  const revisions = await sql`select revision, value::text from observation_revision order by revision`;
  expect(revisions.map(({ revision, value }) => `${revision} ${value}`)).toEqual(['1 10.50', '2 11.00']);
});

test('an earlier value, by another file or the same one again, sets the figure back', async () => {
  const values = ['10', '20', '10', '20', '10.0', '10'];
  for (const [at, value] of values.entries()) {
    const result = await importContent(text(row('JIA', '2022', value)));
    expect(result).toMatchObject({ outcome: { changed: at === 0 ? 0 : 1 } });
    expect(await storedFigures()).toEqual([`JIA 2022 ${value}`]);
  }
  expect(await sql`select 1 from observation_revision`).toHaveLength(values.length);
});

test(
  'any sequence of files ends at the values of the last, and a file twice in a row changes nothing',
  async () => {
    const units = ['JIA', 'YI'];
    const draw = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.constantFrom('final', 'flash')), {
      minLength: 1,
      maxLength: 6,
    });
    for (const [at, sequence] of fc.sample(draw, { numRuns: many(1000, 60), seed: 12 }).entries()) {
      const period = `${1000 + at}`;
      const last = new Map<string, number>();
      for (const [one, other, vintage] of sequence) {
        const file = text(
          ...[one, other].map((value, unit) => row(units[unit] ?? '', period, `${value}`).replace('final', vintage)),
        );
        await importContent(file);
        expect(await importContent(file)).toMatchObject({ outcome: { added: 0, changed: 0, unchanged: 2 } });
        [one, other].forEach((value, unit) => {
          if (vintage === 'final' || !last.has(`final ${unit}`)) last.set(`${unit}`, value);
          last.set(`${vintage} ${unit}`, value);
        });
      }
      const stored =
        await sql`select value::float as value from observation where period_code = ${period} order by org_unit_code`;
      expect(stored.map(({ value }) => value)).toEqual(units.map((_, unit) => last.get(`${unit}`)));
    }
  },
  many(600_000, 60_000),
);

test('several vintages of a figure in one file are revisions after those before, in the order of the file', async () => {
  await importContent(text(row('JIA', '2022', '9.00').replace('final', 'flash')));
  const approved = row('JIA', '2022', '11.00').replace('final', 'approved');
  const preliminary = row('JIA', '2022', '10.00').replace('final', 'preliminary');
  const other = row('YI', '2022', '5.00');
  expect(await importContent(text(approved, other, preliminary))).toMatchObject({
    outcome: { added: 1, changed: 1, unchanged: 0, inHistory: 1 },
  });
  const revisions = await sql`
    select org_unit_code, revision, value::text, vintage from observation_revision order by 1, 2`;
  expect(revisions.map((one) => Object.values(one).join(' '))).toEqual([
    'JIA 1 9.00 flash',
    'JIA 2 11.00 approved',
    'JIA 3 10.00 preliminary',
    'YI 1 5.00 final',
  ]);
  expect(await storedFigures()).toEqual(['JIA 2022 11.00', 'YI 2022 5.00']);
});

test('a row of a lower vintage than the current figure is counted as kept in the history only', async () => {
  await importContent(text(row('JIA', '2022', '10.00')));
  const flash = row('JIA', '2022', '9.00').replace('final', 'flash');
  expect(await importContent(text(flash, row('YI', '2022', '5.00')))).toMatchObject({
    outcome: { added: 1, changed: 0, unchanged: 0, inHistory: 1 },
  });
  expect(await storedFigures()).toEqual(['JIA 2022 10.00', 'YI 2022 5.00']);
});

test('with one bad row nothing is stored, and every fault is reported by its row', async () => {
  const good = Array.from({ length: 6000 }, (_, at) =>
    row(
      at % 2 ? 'JIA' : 'YI',
      `${1900 + Math.floor(at / 24)}-M${`${Math.floor((at % 24) / 2) + 1}`.padStart(2, '0')}`,
      '1',
    ),
  );
  const result = await importContent(text(...good, row('BING', '2022', '1'), row('JIA', '2022', '１２')));
  if (result.kind !== 'refused') throw new Error(result.kind);
  expect(result.findings.map((one) => `${one.row} ${one.column} ${one.key}`)).toEqual([
    '6002 unit unknownUnit',
    '6003 value notANumber',
  ]);
  expect(await storedFigures()).toEqual([]);
  expect(await sql`select 1 from import_batch`).toHaveLength(0);
});

test('a file in GB 18030, with a byte order mark and quoted line ends is read', async () => {
  // 甲 in GB 18030; TextEncoder writes UTF-8 alone.
  const gb = Buffer.concat([
    Buffer.from(text(row('JIA', '2022', '1', 'X')).replace('X\n', '')),
    Buffer.from([0xbc, 0xd7, 0x0a]),
  ]);
  expect(await importContent(gb)).toMatchObject({ kind: 'stored' });
  expect((await sql`select note from observation`)[0]?.note).toBe('甲');
  expect(await importContent(`\uFEFF${text(row('YI', '2022', '2', '"两\n行"'))}`)).toMatchObject({ kind: 'stored' });
  expect((await sql`select note from observation where org_unit_code = 'YI'`)[0]?.note).toBe('两\n行');
});

test('a file without the columns, or without a row, is refused with the reason', async () => {
  expect(await importContent('code,name\n1,2\n')).toMatchObject({ kind: 'missing', columns: [...figureColumns] });
  expect(await importContent('')).toMatchObject({ kind: 'missing' });
});
