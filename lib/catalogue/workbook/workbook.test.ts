import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { accountPrincipal } from '@/lib/access/principal';
import { editUnit } from '@/lib/catalogue/units/desk/edit-unit';
import { catalogueWorkbook } from '@/lib/catalogue/workbook/tables/catalogue-workbook';
import { proposedIn, writtenCounts } from '@/lib/catalogue/workbook/written-outcome';
import { issueTargets } from '@/lib/monitoring/targets/issue-targets';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import {
  change,
  changed,
  faultsOf,
  fileOf,
  given,
  inventedCatalogue,
  now,
  tablesNow,
  written,
} from '@/lib/testing/catalogue-file';
import { firstOffice } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
const today = '2026-11-25';

beforeAll(async () => {
  await written(await inventedCatalogue());
});

test('an empty catalogue is filled by one workbook, by names, aliases and words of either language', async () => {
  const tables = await tablesNow();
  expect(tables.units.map(({ code, parent, validFrom }) => [code, parent, validFrom])).toEqual([
    ['ZONE', '', ''],
    ['JJD', 'ZONE', ''],
    ['YI', 'ZONE', '2020-01-01'],
    ['BJD', 'ZONE', '2020-01-01'],
  ]);
  expect(tables.members.map(({ unit, position }) => `${unit} ${position}`)).toEqual(['BJD 1', 'JJD 2', 'YI 3']);
  expect(tables.indicators.map(({ code, formula }) => `${code} ${formula}`)).toEqual(['OUT ', 'POP ', 'PER OUT / POP']);
  expect(tables.targets.map(({ unit, base, stretch }) => [unit, base, stretch])).toEqual([
    ['JJD', '100', '110'],
    ['YI', '120', '130'],
  ]);
  const [event] = await sql`select actor, command, changes::jsonb as changes from audit_event order by seq limit 1`;
  expect(event).toMatchObject({ actor: firstOffice.userId, command: 'catalogue.import' });
  const subjects = event?.changes.map(({ subject }: { subject: string }) => subject.split('/')[0]);
  expect(new Set(subjects)).toEqual(new Set(['catalogue', 'topic', 'source', 'unit', 'group', 'indicator', 'target']));
});

test('a preview writes nothing, and every change is told by its cell, old and new', async () => {
  const file = await changed('units', change('YI', { nameEn: 'Second Street', kind: 'town' }));
  const events = await sql`select count(*)::int as n from audit_event`;
  const outcome = await given(file);
  expect(outcome).toMatchObject({
    lines: [
      { sheet: 'units', address: 'C4', fate: 'changed', column: 'nameEn', before: '乙街道', after: 'Second Street' },
      { sheet: 'units', address: 'D4', fate: 'changed', column: 'kind', before: 'street', after: 'town' },
    ],
  });
  expect(await sql`select count(*)::int as n from audit_event`).toEqual(events);
  expect((await tablesNow()).units[2]).toMatchObject({ kind: 'street' });
});

test('what was previewed is refused when the catalogue changed meanwhile, and nothing of it is written', async () => {
  const file = await changed('units', change('YI', { nameEn: 'Street Two' }), [
    { nameZh: '丁街道', kind: 'street', parent: 'ZONE' },
  ]);
  const { follows = '' } = (await given(file)) as { follows?: string };
  const [unit] = await sql`select version from org_unit where code = 'BJD'`;
  const edit = { code: 'BJD', version: unit?.version, nameZh: '丙街道', nameEn: 'Third Street', kind: 'street' };
  const rest = { gbCode: '', aliases: [], after: '', validFrom: '2020-01-01' };
  await perform(editUnit, firstOffice, { ...edit, ...rest }, { now, database });
  expect(await refusalOf(given(file, { follows, isPreview: false }))).toBe('conflict workbook.refused.moved');
  expect(await refusalOf(given(file, { follows: '', isPreview: false }))).toBe('conflict workbook.refused.moved');
  expect((await tablesNow()).units.map(({ nameZh }) => nameZh)).not.toContain('丁街道');
});

test('only the office imports, and the refusal of another role is in the trail', async () => {
  const reporter = accountPrincipal({
    ...{ userId: 'r1', name: '填报', role: 'reporter', units: 'all', unitCode: 'YI', department: null },
    ...{ sessionId: 's', standing: 'full' },
  });
  expect(await refusalOf(given(await inventedCatalogue(), {}, reporter))).toBe('forbidden command');
});

describe('what reaches into the past', () => {
  test('a used unit is renamed and moved from a day, which must be said', async () => {
    expect(await faultsOf(await changed('units', change('YI', { nameZh: '乙新街道' })))).toEqual([
      '单位!B4 fromMissing',
    ]);
    const now = await changed('units', change('YI', { nameZh: '乙新街道', changesFrom: today }));
    await written(now, '');
    expect((await tablesNow()).units[2]).toMatchObject({ nameZh: '乙新街道' });
  });

  test('from a past day it waits for a second person, needs a reason, and is not proposed twice', async () => {
    const file = await changed('units', change('BJD', { nameZh: '丙新街道', changesFrom: '2026-01-01' }));
    const preview = await given(file);
    expect(preview).toMatchObject({
      lacksReason: true,
      lines: [{ fate: 'proposed', address: 'B5', before: '丙街道' }],
    });
    const { follows = '' } = preview as { follows?: string };
    expect(await refusalOf(given(file, { follows, isPreview: false }))).toBe('invalid workbook.refused.reason');
    expect(await written(file, '区划调整批复')).toMatchObject({ kind: 'written' });
    const [proposal] = await sql`select kind, subject, reason, state from proposal`;
    expect(proposal).toEqual({ kind: 'unit.rename', subject: 'unit/BJD', reason: '区划调整批复', state: 'waiting' });
    expect((await tablesNow()).units[3]).toMatchObject({ nameZh: '丙街道' });
    const again = await changed('units', change('BJD', { nameZh: '丙新街道', changesFrom: '2026-01-01' }));
    expect(await given(again)).toMatchObject({ follows: '', lines: [{ fate: 'waiting' }] });
  });

  test('members join and leave from a day on', async () => {
    const before = (await tablesNow()).members;
    const leaves = await changed('members', (row) => (row.unit === 'BJD' ? { ...row, validTo: today } : row), [
      { group: 'JD', unit: 'ZONE', validFrom: '2026-12-01', validTo: '2026-12-31' },
    ]);
    await written(leaves, '');
    const members = (await tablesNow()).members;
    expect(
      members.filter(({ validTo }) => validTo !== '').map(({ unit, validFrom, validTo }) => [unit, validFrom, validTo]),
    ).toEqual([
      ['BJD', today, today],
      ['ZONE', '2026-12-01', '2026-12-31'],
    ]);
    const back = await changed('members', (row) => (row.unit === 'BJD' ? { ...row, validTo: '' } : row));
    await written(back, '');
    const again = (await tablesNow()).members;
    expect(again.filter(({ unit }) => unit !== 'ZONE')).toEqual(before);
    const twice = await changed('members', (row) => row, [{ group: 'JD', unit: 'YI', validFrom: '2026-12-01' }]);
    expect(await faultsOf(twice)).toEqual([`序列成员!D${again.length + 2} overlaps`]);
  });

  test('an issued target changes by two people, a draft at once', async () => {
    const [draft] = await sql`select version from target_draft where org_unit_code = 'YI'`;
    const drafts = [{ unit: 'YI', indicator: 'OUT', version: draft?.version }];
    await perform(
      issueTargets,
      firstOffice,
      { year: 2026, note: '目标文件', plan: { by: 'quarter', shape: 'linear' }, drafts },
      { now, database },
    );
    const file = await changed('targets', (row) => ({ ...row, base: row.unit === 'YI' ? '125' : '105' }));
    const { counts } = await written(file, '年中调整目标');
    expect(proposedIn(counts)).toEqual({ proposed: 0, targets: 1 });
    expect(writtenCounts(counts, 'zh-CN').at(-1)).toContain('在“目标管理”里确认');
    expect([...(await sql`select org_unit_code as unit, base, changes, reason from target_draft order by 1`)]).toEqual([
      { unit: 'JJD', base: '105', changes: 0, reason: '' },
      { unit: 'YI', base: '125', changes: 1, reason: '年中调整目标' },
    ]);
    const [changing] = await sql`select plan from target_draft where changes = 1`;
    expect(changing?.plan).toEqual({ by: 'quarter', shape: 'linear', values: ['31.25', '62.50', '93.75', '125'] });
    expect([...(await sql`select base from target`)]).toEqual([{ base: '120' }]);
    expect(await faultsOf(await changed('targets', (row) => ({ ...row, base: '约100' })))).toEqual([
      ...['目标!F2', '目标!F3'].map((cell) => `${cell} amount`),
    ]);
  });

  test('the meaning of figures stays, and a derived indicator stays one', async () => {
    await sql`insert into period (code, kind, year, sort_key) values ('2025', 'year', 2025, 1) on conflict do nothing`;
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version,
        updated_by, updated_at)
      values ('OUT', 'YI', '2025', 1, 0, 'exact', '', 'final', '', 'YB', '', '', '', 1, 'x', now())`;
    const file = await changed('indicators', (row) =>
      row.code === 'OUT' ? { ...row, decimals: '3' } : row.code === 'PER' ? { ...row, formula: '' } : row,
    );
    expect(await faultsOf(file)).toEqual(['指标!G2 fixed', '指标!Q4 fixed']);
  });

  test('a definition holds from a day on, and one that is in force is not reworded', async () => {
    const next = { indicator: 'OUT', validFrom: '2027-01-01', definitionZh: '新的口径', isBreak: 'true' };
    await written(await changed('definitions', (row) => row, [next]), '制度改了口径');
    expect((await tablesNow()).definitions.filter(({ indicator }) => indicator === 'OUT')).toMatchObject([
      { isBreak: 'false' },
      { validFrom: '2027-01-01', definitionEn: '新的口径', isBreak: 'true' },
    ]);
    const reworded = await changed('definitions', (row) =>
      row.indicator === 'POP' ? { ...row, definitionZh: '常住人口' } : row,
    );
    expect(await faultsOf(reworded)).toEqual(['定义!C4 definitionInForce']);
  });
});

test('documents are withdrawn and restored, and names of sequences, topics and indicators follow', async () => {
  await written(await changed('sources', change('YB', { withdrawnReason: '原件已被收回', licence: '公开' })), '');
  expect((await tablesNow()).sources).toMatchObject([{ withdrawnReason: '原件已被收回', licence: '公开' }]);
  const reworded = await changed('sources', change('YB', { withdrawnReason: '另一个理由' }));
  expect(await faultsOf(reworded)).toEqual(['来源!J2 withdrawn']);
  await written(await changed('sources', change('YB', { withdrawnReason: '' })));
  await written(await changed('groups', change('JD', { nameZh: '演示各街道', noteZh: '改了说明' })), '');
  await written(await changed('topics', change('JJ', { nameZh: '经济发展' })), '');
  await written(await changed('indicators', change('POP', { aliases: '人口、常住', contact: '电话' })), '');
  const tables = await tablesNow();
  expect(tables.sources).toMatchObject([{ withdrawnReason: '' }]);
  // An English text that only repeated the Chinese one follows it.
  expect(tables.groups).toMatchObject([{ nameZh: '演示各街道', nameEn: '演示各街道', noteEn: '改了说明' }]);
  expect(tables.topics).toMatchObject([{ nameZh: '经济发展', nameEn: '经济发展' }]);
  expect(tables.indicators[1]).toMatchObject({ aliases: '人口、常住', contact: '电话' });
});

test('a new unit stands behind the row above it, and behind all where none of them is in the file', async () => {
  const tables = await tablesNow();
  const [zone, ...streets] = tables.units;
  const made = (code: string) => ({ code, nameZh: `演示${code}`, kind: 'street' });
  const rows = [zone ?? {}, made('SECOND'), made('THIRD'), ...streets];
  await written(await catalogueWorkbook({ ...tables, units: rows }, 'zh-CN'), '');
  await written(
    await fileOf({
      units: [
        ['代码', '名称', '类别'],
        ['LAST', '演示末尾', '街道'],
      ],
    }),
    '',
  );
  const order = (await tablesNow()).units.map(({ code }) => code);
  expect(order).toEqual(['ZONE', 'SECOND', 'THIRD', ...streets.map(({ code }) => code), 'LAST']);
  expect(await sql`delete from org_unit where code in ('SECOND', 'THIRD', 'LAST')`).toMatchObject({ count: 3 });
});

test('units end with those below them, and none moves beside one of its name', async () => {
  const all = await given(await changed('units', (row) => ({ ...row, validTo: today })));
  expect(all).toMatchObject({ kind: 'preview', total: 4, lacksReason: false });
  const one = await changed('units', change('ZONE', { validTo: today }));
  expect(await faultsOf(one)).toEqual(['单位!I2 hasChildren']);
  const past = await given(await changed('units', change('JJD', { validTo: '2026-06-30' })));
  expect(past).toMatchObject({ lines: [{ fate: 'proposed', column: 'validTo', after: '2026-06-30' }] });
  await written(await changed('units', (row) => row, [{ code: 'TOP', nameZh: '甲街道', kind: 'street' }]), '');
  const moved = await changed('units', change('JJD', { parent: '', changesFrom: today }));
  expect(await faultsOf(moved)).toEqual(['单位!B3 nameTaken']);
  const below = await changed('units', change('ZONE', { parent: 'JJD', changesFrom: today }));
  expect(await faultsOf(below)).toEqual(['单位!E2 ownFamily']);
});

test('rows that are deleted delete nothing, and columns that are missing stay', async () => {
  const before = await tablesNow();
  const file = await fileOf({
    units: [
      ['代码', '名称'],
      ['YI', '乙新街道'],
    ],
    indicators: [['名称'], ['演示产值']],
  });
  expect(await given(file)).toMatchObject({ kind: 'preview', total: 0, follows: '' });
  expect(await tablesNow()).toEqual(before);
});
