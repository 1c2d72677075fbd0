import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { accountPrincipal, type Principal } from '@/lib/access/principal';
import { namesTold } from '@/lib/catalogue/names/told-name';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { citedLines, waitingBatches, waitingCited } from '@/lib/observations/cited/queue/queries';
import { recordCited } from '@/lib/observations/cited/record-cited';
import { refuseCited } from '@/lib/observations/cited/refuse-cited';
import { takeBackCited } from '@/lib/observations/cited/take-back-cited';
import { importCited } from '@/lib/observations/cited/tidy/import-cited';
import { tidyRows } from '@/lib/observations/cited/tidy/tidy-rows';
import { withdrawCited } from '@/lib/observations/cited/withdraw-cited';
import { ranking, revisionsOf } from '@/lib/observations/ranking/queries';
import { shownFigures } from '@/lib/reporting/mapping/sheets/queries';
import { changedSince } from '@/lib/reporting/revisions/changes/queries';
import { figureHistory, figuresAsOf } from '@/lib/reporting/revisions/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { firstOffice, inventedFigures, secondOffice, someone } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
await inventedFigures(database, { units: 3, items: 2 });

const day = (n: number) => new Date(Date.UTC(2031, 0, n));
let clock = 1;
const later = () => {
  clock += 1;
  return day(clock);
};
const department = (name: string): Principal =>
  accountPrincipal({ ...someone(`d-${name}`, 'departmentReviewer'), department: name });
const typed = {
  sourceCode: 'INV',
  indicator: '演示指标1',
  unit: '演示1区',
  period: '2026年',
  printed: '约12.5%',
  vintage: 'preliminary',
  reportedYoy: '',
  rank: '',
  rankScopeZh: '',
  rankScopeEn: '',
  rankGroupCode: '',
  locator: '第3页',
  quote: '演示指标约12.5%',
  note: '',
  seen: '',
  seenScope: '',
  reason: '',
};
// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, who: Principal = firstOffice) =>
  perform(command, who, input, { now: later(), database });
const record = (more: Partial<typeof typed> = {}, who = firstOffice) => give(recordCited, { ...typed, ...more }, who);
const one = (id: string, version = 1) => ({ figures: [{ id, version }], batchId: '', count: null });
const shown = async (period = '2026', unit = 'U1') =>
  (
    await sql`select value::text as value, qualifier, vintage from observation
    where indicator_code = 'M1' and org_unit_code = ${unit} and period_code = ${period}`
  )[0];
const lastEvent = async () =>
  (await sql`select command, changes::jsonb as changes from audit_event order by seq desc limit 1`)[0];

beforeEach(async () => {
  await sql`delete from cited_figure`;
  await sql`alter table observation_revision disable trigger all`;
  await sql`delete from observation_revision where period_code <> '2025' or revision > 1`;
  await sql`alter table observation_revision enable trigger all`;
  await sql`delete from observation`;
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    select indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed, vintage,
      period_printed, source_code, locator, quote, note, 1, 'check', now() from observation_revision`;
  await sql`delete from published_rank`;
  await sql`update source set withdrawn_reason = null`;
});

describe('recording', () => {
  test('waits for somebody else: no page shows it before', async () => {
    const id = await record();
    expect(await shown()).toBeUndefined();
    expect(await lastEvent()).toMatchObject({ command: 'cited.record', changes: [{ subject: 'figure/M1/U1/2026' }] });
    expect(await refusalOf(give(confirmCited, one(id)))).toBe('forbidden cited.refused.own');
    expect(await waitingCited(firstOffice)).toBe(0);
    expect(await waitingCited(secondOffice)).toBe(1);
    await give(confirmCited, one(id), secondOffice);
    expect(await shown()).toEqual({ value: '12.5', qualifier: 'about', vintage: 'preliminary' });
    const [covered] = await sql`select units from coverage where indicator_code = 'M1' and period_code = '2026'`;
    expect(covered).toEqual({ units: 1 });
    expect(await lastEvent()).toMatchObject({ command: 'cited.confirm', changes: [{ after: { state: 'confirmed' } }] });
  });

  test('tells an unknown name with the nearest three, and all faulty fields at once', async () => {
    const refused = await record({ indicator: '演示指标', unit: '示范1区', period: '今年', printed: 'abc' }).catch(
      (e) => e,
    );
    expect(refused.faults.map(({ field, key }: { field: string; key: string }) => `${field} ${key}`)).toEqual([
      'indicator cited.faults.unknownIndicator',
      'unit cited.faults.unknownUnit',
      'period cited.faults.notAPeriod',
    ]);
    expect(refused.faults[1].details.names).toBe('演示1区、演示2区、演示3区');
  });

  test('a correction needs a reason, and what the page says already is not recorded again', async () => {
    expect(await refusalOf(record({ period: '2025' }))).toBe('invalid cited.refused.reasonNeeded');
    const id = await record({ period: '2025', reason: '文件更正' });
    await give(confirmCited, one(id), secondOffice);
    expect(await refusalOf(record({ period: '2025', reason: '文件更正' }))).toBe('conflict cited.refused.same');
  });

  test('a department cites and confirms its own indicators alone', async () => {
    expect(await refusalOf(record({}, department('别的部门')))).toBe('invalid cited.faults.notResponsible');
    const id = await record({}, department('演示部门'));
    expect(await refusalOf(give(confirmCited, one(id), department('别的部门')))).toBe(
      'notFound cited.refused.notYours',
    );
    expect((await citedLines(department('别的部门'), { which: 'waiting', page: 1 })).total).toBe(0);
    await give(confirmCited, one(id), firstOffice);
    expect(await shown()).toBeDefined();
  });

  test('a withdrawn document is not recorded from', async () => {
    await sql`update source set withdrawn_reason = '有误' where code = 'INV'`;
    expect(await refusalOf(record())).toBe('invalid cited.faults.withdrawnSource');
  });

  test('of a period before its unit began is told to who confirms it', async () => {
    await sql`update org_unit set valid_from = '2026-01-01' where code = 'U2'`;
    const before = await record({ unit: 'U2', period: '2025年1—10月' });
    const after = await record({ unit: 'U2', period: '2026年1月' });
    const findingsOf = async (id: string) =>
      (await citedLines(secondOffice, { which: { id }, page: 1 })).lines[0]?.findings;
    expect(await findingsOf(before)).toEqual([{ kind: 'beforeUnit', from: '2026-01-01' }]);
    expect(await findingsOf(after)).toEqual([]);
    const keys = [
      { indicatorCode: 'M1', unitCode: 'U2', periodCode: '2025-YTD10' },
      { indicatorCode: 'M1', unitCode: 'U1', periodCode: '2025-YTD10' },
    ];
    const inPreview = await shownFigures(firstOffice, keys);
    expect(inPreview.map(({ unitFrom }) => unitFrom)).toEqual(['2026-01-01', null]);
    for (const id of [before, after]) await give(takeBackCited, one(id));
    await sql`update org_unit set valid_from = null where code = 'U2'`;
  });

  test('hostile text is stored as text', async () => {
    const note = `'); drop table cited_figure; -- <script>alert(1)</script> =1+1`;
    const id = await record({ note, quote: '' });
    const [row] = await sql`select note from cited_figure where id = ${id}`;
    expect(row?.note).toBe(note);
    expect(await refusalOf(record({ note: 'a\u0000b' }))).toContain('invalid');
  });

  test('a rank alone enters the published ranks and no figure', async () => {
    const id = await record({ printed: '', rank: '2', rankScopeZh: '全市' });
    await give(confirmCited, one(id), secondOffice);
    expect(await shown()).toBeUndefined();
    expect([...(await sql`select rank, scope_zh, scope_en from published_rank`)]).toEqual([
      { rank: 2, scope_zh: '全市', scope_en: '全市' },
    ]);
    expect(await refusalOf(record({ printed: '', rank: '2' }))).toBe('invalid cited.refused.noScope');
  });
});

describe('deciding', () => {
  test('a shown figure that moved since stops the confirmation, and nothing is written', async () => {
    const first = await record({ period: '2025', reason: '更正甲' });
    const second = await record({ period: '2025', reason: '更正乙', printed: '13.5' });
    await give(confirmCited, one(first), secondOffice);
    expect(await refusalOf(give(confirmCited, one(second), secondOffice))).toBe('conflict cited.refused.moved');
    expect(await shown('2025')).toMatchObject({ value: '12.5' });
    const [line] = (await citedLines(secondOffice, { which: 'waiting', page: 1 })).lines;
    expect(line?.findings.map(({ kind }) => kind)).toContain('moved');
    await give(refuseCited, { ...one(second), reason: '已另有更正' }, secondOffice);
    expect(await refusalOf(give(refuseCited, { ...one(second), reason: '再来' }, secondOffice))).toBe(
      'conflict cited.refused.decided',
    );
  });

  test('one takes back one’s own alone, once, in the version that was shown', async () => {
    const id = await record();
    expect(await refusalOf(give(takeBackCited, one(id), secondOffice))).toBe('forbidden cited.refused.notOwn');
    expect(await refusalOf(give(takeBackCited, one(id, 2)))).toBe('conflict cited.refused.decided');
    await give(takeBackCited, one(id));
    expect(await refusalOf(give(confirmCited, one(id, 2), secondOffice))).toBe('conflict cited.refused.decided');
    expect(await refusalOf(give(confirmCited, { figures: [], batchId: '', count: null }, secondOffice))).toBe(
      'invalid cited.refused.noneChosen',
    );
  });

  test('two people confirm at once: one of them does', async () => {
    const id = await record();
    const third = someone('office-3');
    const outcomes = await Promise.all([secondOffice, third].map((who) => refusalOf(give(confirmCited, one(id), who))));
    expect(outcomes.filter((refused) => refused === null || refused === undefined || refused === '').length).toBe(1);
    const [counted] = await sql`select count(*)::int as n from observation_revision where period_code = '2026'`;
    expect(counted?.n).toBe(1);
  });
});

describe('withdrawal of a shown figure', () => {
  const key = { indicatorCode: 'M1', orgUnitCode: 'U1', periodCode: '2025' };
  const choice = { indicatorCode: 'M1', unitCode: 'U1', periodCode: '2025' };
  const group = { indicatorCode: 'M1', periodCode: '2025', peerGroupCode: 'G' };

  test('takes it from every page, keeps its history, and the past shows what it showed', async () => {
    const before = later();
    const id = await give(withdrawCited, { ...key, version: 1, restores: null, reason: '来源有误' });
    expect(await shown('2025')).toBeDefined();
    await give(confirmCited, one(id), secondOffice);
    const after = later();
    expect(await shown('2025')).toBeUndefined();
    const history = await figureHistory(firstOffice, choice);
    expect(history?.current).toBeNull();
    expect(history?.revisions.map(({ revision, isWithdrawal }) => [revision, isWithdrawal])).toEqual([
      [1, false],
      [2, true],
    ]);
    const unitsAt = async (at: Date) =>
      (await figuresAsOf(firstOffice, { ...group, at })).map((row) => row.orgUnitCode);
    expect(await unitsAt(before)).toEqual(['U1', 'U2', 'U3']);
    expect(await unitsAt(after)).toEqual(['U2', 'U3']);
    expect((await ranking(firstOffice, group, before))?.reported).toBe(3);
    expect((await ranking(firstOffice, group, after))?.reported).toBe(2);
    expect((await ranking(firstOffice, group))?.reported).toBe(2);
    const list = await revisionsOf(firstOffice, { indicatorCode: 'M1' });
    expect(list.map(({ isWithdrawal, isCurrent }) => [isWithdrawal, isCurrent])).toEqual([
      [false, false],
      [true, false],
    ]);
    const changes = await changedSince(firstOffice, { since: before, until: after });
    expect(changes.figures).toMatchObject([{ unitCode: 'U1', isWithdrawn: true, reason: '来源有误' }]);
    expect(changes.changed).toBe(1);
    // A later figure is shown again, of whatever vintage.
    const again = await record({ period: '2025', vintage: 'flash' });
    await give(confirmCited, one(again), secondOffice);
    expect(await shown('2025')).toMatchObject({ vintage: 'flash' });
    expect((await figureHistory(firstOffice, choice))?.current).not.toBeNull();
  });

  test('an earlier entry is shown again where that was asked for', async () => {
    const was = await shown('2025');
    await give(confirmCited, one(await record({ period: '2025', reason: '误录', vintage: 'final' })), secondOffice);
    const id = await give(withdrawCited, { ...key, version: 2, restores: 1, reason: '误录' });
    await give(confirmCited, one(id), secondOffice);
    expect(await shown('2025')).toEqual(was);
    const numbers = (await figureHistory(firstOffice, choice))?.revisions.map(({ revision }) => revision);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  test('is refused where another figure is shown by now, and for who does not answer for it', async () => {
    const asked = { ...key, version: 2, restores: null, reason: '来源有误' };
    expect(await refusalOf(give(withdrawCited, asked))).toBe('conflict cited.refused.movedOne');
    expect(await refusalOf(give(withdrawCited, { ...asked, version: 1 }, department('别的部门')))).toBe(
      'notFound cited.refused.notShown',
    );
    const [first, second] = [
      await give(withdrawCited, { ...asked, version: 1 }),
      await give(withdrawCited, { ...asked, version: 1 }),
    ];
    await give(confirmCited, one(first), secondOffice);
    expect(await refusalOf(give(confirmCited, one(second), secondOffice))).toBe('conflict cited.refused.moved');
  });
});

describe('a sheet', () => {
  const sheet = (rows: string[][], head = ['指标', '单位', '报告期', '数值', '位置']) => {
    const read = tidyRows([['演示表'], head, ...rows], { source: 'INV', vintage: 'preliminary' });
    return read.kind === 'rows' ? read.rows : [];
  };
  const asked = { fileName: '表.csv', reason: '', hasGrowth: false, isPreview: false, follows: '' };

  test('is taken with all its figures or none, with row and column of every fault', async () => {
    const rows = sheet([
      ['演示指标1', '演示1区', '2026年', '1.5', '表1'],
      ['演示指标9', '演示1区', '2026年', '2', ''],
      ['演示指标1', '演示1区', '2026', '一百', '表1'],
    ]);
    const found = await give(importCited, { ...asked, rows });
    expect(found.faults.map(({ row, column, key }: Record<string, unknown>) => `${row} ${column} ${key}`)).toEqual([
      '4 indicator unknownIndicator',
      '4 quote notCited',
      '5 value notANumber',
    ]);
    expect(await waitingBatches(secondOffice)).toEqual([]);
  });

  test('names units that share a name with their codes, in the preview and where either is meant', async () => {
    await sql`update org_unit set name_zh = '演示高新区' where code in ('U2', 'U3')`;
    const row = (unit: string) => sheet([['演示指标1', unit, '2011', '1.5', '表1']]);
    const { rows } = await give(importCited, { ...asked, rows: row('U2'), isPreview: true });
    expect(rows).toMatchObject([{ indicator: { 'zh-CN': '演示指标1' }, unit: { 'zh-CN': '演示高新区（U2）' } }]);
    const { faults } = await give(importCited, { ...asked, rows: row('演示高新区'), isPreview: true });
    expect(namesTold(faults[0].names, 'zh-CN')).toBe('演示高新区（U2）、演示高新区（U3）');
    await sql`update org_unit set name_zh = '演示' || substr(code, 2) || '区' where code in ('U2', 'U3')`;
  });

  test('waits in the order of its sheet', async () => {
    const named = ['2014', '2012', '2015', '2013'].flatMap((period) =>
      ['U3', 'U1', 'U2'].map((unit) => ({ unit, period })),
    );
    const rows = sheet(named.map(({ unit, period }, at) => ['M1', unit, period, `${at}`, '表2']));
    const { follows } = await give(importCited, { ...asked, rows, isPreview: true });
    const { batchId } = await give(importCited, { ...asked, rows, follows });
    const { lines } = await citedLines(secondOffice, { which: { batchId }, page: 1 });
    expect(lines.map(({ unit, periodCode }) => ({ unit: unit.code, period: periodCode }))).toEqual(named);
    await give(takeBackCited, { figures: [], batchId, count: named.length });
  });

  test('is previewed, waits as a whole, and is confirmed as a whole by somebody else', async () => {
    const rows = sheet([
      ['演示指标1', '演示1区', '2026年', '1.5', '表1'],
      ['M1', 'U2', '2026', '1,234.50', '表1'],
      ['M1', 'U3', '2025', '7', '表1'],
    ]);
    const preview = await give(importCited, { ...asked, rows, isPreview: true });
    expect(preview).toMatchObject({ kind: 'preview', added: 2, changed: 1, unchanged: 0 });
    expect(await refusalOf(give(importCited, { ...asked, rows }))).toBe('invalid cited.refused.batchReason');
    const stored = { ...asked, rows, reason: '月报更正', follows: preview.follows };
    expect(await refusalOf(give(importCited, { ...stored, rows: rows.slice(1) }))).toBe(
      'conflict cited.refused.previewMoved',
    );
    const { batchId } = await give(importCited, stored);
    const [batch] = await waitingBatches(secondOffice);
    expect(batch).toMatchObject({ batchId, fileName: '表.csv', count: 3, changed: 1, periods: ['2025', '2026'] });
    const [{ id } = { id: '' }] = (await citedLines(secondOffice, { which: { batchId }, page: 1 })).lines;
    expect(await refusalOf(give(confirmCited, one(id), secondOffice))).toBe('invalid cited.refused.wholeBatch');
    const whole = { figures: [], batchId, count: 3 };
    expect(await refusalOf(give(confirmCited, whole))).toBe('forbidden cited.refused.own');
    expect(await refusalOf(give(confirmCited, { ...whole, count: 2 }, secondOffice))).toBe(
      'conflict cited.refused.decided',
    );
    await give(confirmCited, whole, secondOffice);
    expect(await shown('2026', 'U2')).toMatchObject({ value: '1234.50' });
    expect(await shown('2025', 'U3')).toMatchObject({ value: '7' });
    expect(await refusalOf(give(importCited, { ...asked, rows }))).toBe('conflict cited.refused.allSame');
  });
});
