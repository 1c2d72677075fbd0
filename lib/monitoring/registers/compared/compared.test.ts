import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { indicatorToEdit } from '@/lib/catalogue/indicators/editing/queries';
import { unitUsesFor } from '@/lib/catalogue/units/desk/queries';
import { agreementOf } from '@/lib/monitoring/registers/compared/agreement';
import { fixCounts } from '@/lib/monitoring/registers/compared/fix-counts';
import { linkCount } from '@/lib/monitoring/registers/compared/link-count';
import { comparedRows, countLinks } from '@/lib/monitoring/registers/compared/queries';
import { unlinkCount } from '@/lib/monitoring/registers/compared/unlink-count';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { citedLines } from '@/lib/observations/cited/queue/queries';
import { recordCited } from '@/lib/observations/cited/record-cited';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { atOnce } from '@/lib/testing/at-once';
import { aroundRegisters, inventedRegisters, office } from '@/lib/testing/invented-registers';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const other = person('assessmentOffice', { userId: 'office-2' });
beforeAll(() => aroundRegisters(sql, database));
const { give, register, held, save } = inventedRegisters(database, now);

describe('counts that become figures', () => {
  const link = (code: string, version: number, more: object = {}, who = office) =>
    give<{ id: string }>(linkCount as never, who, {
      ...{ register: code, version, indicator: 'CNT1', counts: 'entries', per: 'whole', unit: 'JIA' },
      ...{ ofField: '', ofGrade: '', ofGroup: '', ...more },
    });
  const fix = (code: string, version: number, figures: object[], more: object = {}, who = office) =>
    give<{ count: number }>(fixCounts as never, who, {
      ...{ register: code, version, month: '2026-M05', figures, reason: '月末结转', ...more },
    });
  const waitingOf = async () =>
    (await citedLines(other, { which: 'waiting', page: 1 })).lines.map(({ id, version }) => ({ id, version }));
  const confirm = (who: Principal, figures: object[]) =>
    give(confirmCited as never, who, { figures, batchId: '', count: null });
  const rowOf = async (code: string) => (await comparedRows(office, await held(code), '2026-M05'))[0];

  test('are linked to amounts at the end of a period that no formula computes, once', async () => {
    const code = await register();
    expect(await refusalOf(link(code, 1, { indicator: 'NONE', unit: 'NONE', ofField: 'F9' }))).toBe(
      'invalid registers.refused.noIndicator',
    );
    expect(await refusalOf(link(code, 1, { indicator: 'DEMO' }))).toBe('invalid registers.refused.notCounted');
    expect(await refusalOf(link(code, 1, { unit: '' }))).toBe('invalid registers.refused.wholeOfUnit');
    expect(await refusalOf(link(code, 1, { per: 'street' }))).toBe('invalid registers.refused.eachItsOwn');
    const uses = async () => [
      (await indicatorToEdit(office, 'CNT1'))?.uses.others ?? 0,
      (await unitUsesFor(office, 'JIA')).find(({ what }) => what === 'registers')?.count ?? 0,
    ];
    const before = await uses();
    const { id } = await link(code, 1);
    expect(await uses()).toEqual(before.map((count) => count + 1));
    expect(await refusalOf(link(code, 2))).toBe('invalid registers.refused.linkedAlready');
    expect(await refusalOf(link(code, 1, { indicator: 'CNT2' }))).toMatch(/^conflict/);
    await give(unlinkCount as never, office, { register: code, version: 2, link: id });
    expect(await refusalOf(give(unlinkCount as never, office, { register: code, version: 3, link: id }))).toBe(
      'notFound registers.refused.noLink',
    );
    expect(await countLinks(office, code)).toEqual([]);
  });

  test('wait for another official, are shown with their origin, and stay when the past is corrected', async () => {
    const code = await register();
    for (const at of [1, 2, 3]) await save(code, `DEMO000${at}`, { grade: at === 3 ? 'BLUE' : 'RED' });
    const { id } = await link(code, 1, { ofGrade: 'RED' });
    const asked = { link: id, unit: 'JIA', counted: 2, replaces: null };
    expect(await refusalOf(fix(code, 2, [asked], { month: '2026-M06' }))).toBe('invalid registers.refused.monthGoesOn');
    expect(await refusalOf(fix(code, 2, [{ ...asked, counted: 3 }]))).toBe('conflict registers.refused.countMoved');
    expect(await refusalOf(fix(code, 2, [{ ...asked, replaces: 1 }]))).toBe('conflict registers.refused.countMoved');
    expect(await refusalOf(fix(code, 2, [{ ...asked, unit: 'YI' }]))).toBe('conflict registers.refused.countMoved');
    expect(await refusalOf(fix(code, 1, [asked]))).toMatch(/^conflict/);
    expect(await refusalOf(fix(code, 2, []))).toBe('invalid registers.refused.noneChosen');
    for (const role of accountRoles)
      if (!may(role, 'register.fix'))
        expect(await refusalOf(fix(code, 2, [asked], {}, person(role)))).toBe('forbidden command');
    await fix(code, 2, [asked]);
    expect(await refusalOf(fix(code, 2, [asked]))).toBe('conflict registers.refused.waitsAlready');
    const figure = () => sql`select value::int as value, vintage, source_code as source, locator from observation
      where indicator_code = 'CNT1' and org_unit_code = 'JIA' and period_code = '2026-M05'`;
    expect(await figure()).toHaveLength(0);
    expect(await rowOf(code)).toMatchObject({ counted: 2, shown: null, waiting: { counted: 2 }, fixed: null });
    const waiting = await waitingOf();
    const findings = async () =>
      (await citedLines(other, { which: 'waiting', page: 1 })).lines.map((line) => line.findings);
    expect(await findings()).toEqual([[]]);
    // Corrected and corrected back while it waits: who confirms is told.
    await save(code, 'DEMO0001', { version: 1, from: '2026-05-10', grade: 'BLUE' });
    expect(await findings()).toEqual([[{ kind: 'countMoved', now: '1' }]]);
    await save(code, 'DEMO0001', { version: 2, from: '2026-05-10', grade: 'RED' });
    expect(await findings()).toEqual([[]]);
    expect(await refusalOf(confirm(office, waiting))).toBe('forbidden cited.refused.own');
    await confirm(other, waiting);
    const { sourceCode } = await held(code);
    expect([...(await figure())]).toEqual([
      { value: 2, vintage: 'approved', source: sourceCode, locator: '2026-05-31 在册条数；风险等级：红' },
    ]);
    expect(await refusalOf(fix(code, 2, [{ ...asked, replaces: 1 }]))).toBe('conflict registers.refused.shownAlready');
    // A later correction of the past: the page says so, and the figure stays.
    await save(code, 'DEMO0003', { version: 1, from: '2026-05-20', grade: 'RED', reason: '补记评级' });
    expect(await rowOf(code)).toMatchObject({
      counted: 3,
      shown: { value: '2', isCounted: true },
      fixed: { counted: 2, again: 3, by: 'office', confirmedBy: 'office-2' },
    });
    expect((await figure())[0]?.value).toBe(2);
    const [row] =
      await sql`select day::text, counted, of_grade as grade from register_fixed where register_code = ${code}`;
    expect(row).toMatchObject({ day: '2026-05-31', counted: 2, grade: 'RED' });
  });

  test('are compared with what others reported, and never replace it without that confirmation', async () => {
    const code = await register();
    for (const at of [1, 2, 3])
      await save(code, `DEMO000${at}`, { street: at === 3 ? 'YI' : 'JIA', field: `F${Math.min(at, 2)}` });
    const cite = (unit: string, printed: string, sourceCode = 'NEWS') =>
      give(recordCited as never, office, {
        ...{
          sourceCode,
          indicator: 'CNT2',
          unit,
          period: '2026年5月',
          printed,
          vintage: 'preliminary',
          reportedYoy: '',
        },
        ...{
          rank: '',
          rankScopeZh: '',
          rankScopeEn: '',
          rankGroupCode: '',
          locator: '头版',
          quote: '',
          note: '',
          reason: '',
        },
        ...{ seen: '', seenScope: '' },
      });
    await cite('JIA', '2余家');
    await cite('YI', '5');
    await confirm(other, await waitingOf());
    const { id } = await link(code, 1, { indicator: 'CNT2', per: 'street', unit: '' });
    const rows = await comparedRows(office, await held(code), '2026-M05');
    expect(
      rows.map(({ unit, counted, reported }) => [unit.code, counted, reported?.value, reported?.qualifier]),
    ).toEqual([
      ['JIA', 2, '2', 'at_least'],
      ['YI', 1, '5', 'exact'],
    ]);
    expect(rows.every(({ shown, fixed }) => shown?.isCounted === false && fixed === null)).toBe(true);
    await fix(code, 2, [{ link: id, unit: 'YI', counted: 1, replaces: rows[1]?.shown?.revision }]);
    expect((await comparedRows(office, await held(code), '2026-M05'))[1]?.shown?.value).toBe('5');
    await confirm(other, await waitingOf());
    expect((await comparedRows(office, await held(code), '2026-M05'))[1]).toMatchObject({
      shown: { value: '1', isCounted: true },
      reported: { value: '5' },
    });
    // Nobody cites the register by hand.
    const { sourceCode } = await held(code);
    expect(await refusalOf(cite('YI', '7', sourceCode))).toBe('invalid cited.faults.unknownSource');
    // How many fields have entries: two.
    await link(code, 2, { indicator: 'CNT1', counts: 'fields', unit: 'YI' });
    const counted = (await comparedRows(office, await held(code), '2026-M05')).find(
      ({ link: of }) => of.counts === 'fields',
    );
    expect(counted?.counted).toBe(2);
  });

  test('are of single things, by one register, and of an indicator that can still be counted', async () => {
    const [code, another] = [await register(), await register()];
    for (const [indicator, unit] of [
      ['CNT3', '家'],
      ['WAN', '万户'],
      ['YUAN', '亿元'],
    ] as const)
      await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
          basis, frequency, responsible_zh, responsible_en, sort_order)
        values (${indicator}, 'DEMO', ${`演示${indicator}`}, ${indicator}, '', ${unit}, 'x', 0, 'amount', 'higher', 'endOfPeriod', 'monthly',
          '演示部门', 'Demonstration', 10003)`;
    for (const indicator of ['WAN', 'YUAN'])
      expect(await refusalOf(link(code, 1, { indicator }))).toBe('invalid registers.refused.notOnes');
    const { id } = await link(code, 1, { indicator: 'CNT3' });
    expect(await refusalOf(link(another, 1, { indicator: 'CNT3' }))).toBe('invalid registers.refused.linkedAlready');
    await save(code, 'DEMO0001');
    const asked = { link: id, unit: 'JIA', counted: 1, replaces: null };
    await sql`update indicator set retired_on = '2026-06-01' where code = 'CNT3'`;
    expect(await refusalOf(fix(code, 2, [asked]))).toBe('conflict registers.refused.notCounted');
    await sql`update indicator set retired_on = null where code = 'CNT3'`;
    await sql`insert into indicator_formula (indicator_code, expression, version, edited_by, edited_at)
      values ('CNT3', 'CNT2', 1, 't', now())`;
    expect(await refusalOf(fix(code, 2, [asked]))).toBe('conflict registers.refused.computed');
    await sql`delete from indicator_formula where indicator_code = 'CNT3'`;
    await fix(code, 2, [asked]);
  });

  test('are linked once where two registers link the same figures at the same moment', async () => {
    const codes = [await register(), await register()];
    const answers = await atOnce(
      sql,
      codes.map((code) => () => refusalOf(link(code, 1, { indicator: 'CNT2' }))),
    );
    expect(answers.map(String).sort()).toEqual(['invalid registers.refused.linkedAlready', 'null']);
    const linked = (await Promise.all(codes.map((code) => countLinks(office, code)))).flat();
    expect(linked).toHaveLength(1);
    await sql`delete from register_link where indicator_code = 'CNT2'`;
  });

  test('are none for months before the first entry, and wait until the last day of their month is over', async () => {
    const code = await register();
    await save(code, 'DEMO0001');
    const { id } = await link(code, 1, { indicator: 'CNT2', unit: 'YI' });
    const asked = { link: id, unit: 'YI', counted: 0, replaces: null };
    expect(await comparedRows(office, await held(code), '2026-M02')).toEqual([]);
    expect(await refusalOf(fix(code, 2, [asked], { month: '2026-M02' }))).toBe('conflict registers.refused.countMoved');
    const at = (moment: string) =>
      perform(
        fixCounts,
        office,
        {
          register: code,
          version: 2,
          month: '2026-M04',
          figures: [{ ...asked, counted: 1 }],
          reason: '月末结转',
        } as never,
        { now: new Date(moment), database },
      );
    expect(await refusalOf(at('2026-04-30T23:59:59+08:00'))).toBe('invalid registers.refused.monthGoesOn');
    await at('2026-05-01T00:00:00+08:00');
  });

  test.each([
    [1048, '1048', 'exact', 'same'],
    [1047, '1048', 'exact', 'differs'],
    [214, '200', 'at_least', 'within'],
    [199, '200', 'at_least', 'differs'],
    [95, '100', 'at_most', 'within'],
    [101, '100', 'at_most', 'differs'],
    [990, '1000', 'about', 'about'],
  ] as const)('%i beside %s (%s) is %s', (counted, value, qualifier, agreement) => {
    expect(agreementOf(counted, { value, qualifier })).toBe(agreement);
  });
});
