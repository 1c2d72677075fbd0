import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { checkReport } from '@/lib/monitoring/follow-ups/check-report';
import { closeFollowUp } from '@/lib/monitoring/follow-ups/close-follow-up';
import { metBy } from '@/lib/monitoring/follow-ups/condition/queries';
import { followUpView } from '@/lib/monitoring/follow-ups/page/queries';
import { planMeasures } from '@/lib/monitoring/follow-ups/plan-measures';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { reportResult } from '@/lib/monitoring/follow-ups/report-result';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import type { Condition } from '@/lib/monitoring/follow-ups/words';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person, submittedReturns } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const give = { now, database };
const office = person('assessmentOffice');
const condition: Condition = { indicator: 'DEMO', unit: 'JIA', period: '2026-M05', side: 'atMost', value: '3' };
const met = (more: Partial<Condition> = {}) => metBy(office, { ...condition, ...more });

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
  const periods = ['2026-M04', '2026-M05', '2026-M06', '2026-M07', '2026-Q2', '2026-YTD06'];
  await database.transaction((tx) => ensurePeriods(tx, periods));
});
beforeEach(() => sql`delete from observation`);

const figure = (period: string, value: string, { qualifier = 'exact', unit = 'JIA' } = {}) =>
  sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed,
      vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    values ('DEMO', ${unit}, ${period}, ${value}, 2, ${qualifier}, '', 'final', '', 'S1', '', '', '', 1, 't',
      '2026-06-08T20:00:00Z')`;

describe('a condition', () => {
  test('is satisfied by the first figure of its period or a later one that is on its side, on its day in Shanghai', async () => {
    await figure('2026-M04', '1');
    await figure('2026-M05', '3.01');
    expect(await met()).toBeNull();
    await figure('2026-M07', '2');
    await figure('2026-M06', '3.00');
    // Eight in the evening of the 8th by Greenwich is the 9th in Shanghai.
    expect(await met()).toEqual({ period: '2026-M06', value: '3.00', version: 1, on: '2026-06-09' });
    expect(await met({ side: 'atLeast' })).toMatchObject({ period: '2026-M05' });
    expect(await met({ side: 'atLeast', value: '10' })).toBeNull();
  });

  test('is satisfied by no other kind of period, unit or indicator, nor by a period that has no figure', async () => {
    await figure('2026-Q2', '1');
    await figure('2026-YTD06', '1');
    await figure('2026-M06', '1', { unit: 'YI' });
    expect(await met()).toBeNull();
    expect(await met({ indicator: 'DEMO2' })).toBeNull();
    // A period that nothing has used yet.
    expect(await met({ period: '2026-M02', unit: 'YI' })).toMatchObject({ period: '2026-M06' });
  });

  test.each([
    ['exact', true, true],
    ['at_most', true, false],
    ['at_least', false, true],
    ['about', false, false],
    ['expected', false, false],
  ] as const)('a figure that is %s proves at most: %s, at least: %s', async (qualifier, atMost, atLeast) => {
    await figure('2026-M05', '3', { qualifier });
    expect((await met()) !== null).toBe(atMost);
    expect((await met({ side: 'atLeast' })) !== null).toBe(atLeast);
  });

  test('no longer counts when its figure is revised away, and says nothing to who may not read it', async () => {
    await figure('2026-M05', '3');
    const closed = { ...person('reporter', { unitCode: 'YI' }), units: ['YI'] };
    expect(await metBy(closed, condition)).toBeNull();
    await sql`update observation set value = 4`;
    expect(await met()).toBeNull();
  });

  test('is ticked by an approval, and closing keeps the figure; without one it takes a reason', async () => {
    const jia = person('reporter');
    const words = '按要求办理';
    const terms = { title: '甲区事故多发', matter: '降到三起以下', unit: 'JIA', assisting: [], dueOn: '2026-06-30' };
    const origin = { kind: 'hand' as const, note: '' };
    const typed = { ...condition, period: '2026年5月', value: '1,200' };
    const id = await perform(raiseFollowUp, office, { ...terms, condition: typed, origin }, give);
    const at = (version: number) => ({ id, version });
    await perform(assignFollowUp, office, at(1), give);
    await perform(signFollowUp, jia, { ...at(2), unit: 'JIA' }, give);
    await perform(planMeasures, jia, { ...at(3), unit: 'JIA', measures: words }, give);
    await perform(reportResult, jia, { ...at(4), unit: 'JIA', report: words }, give);
    await perform(checkReport, office, at(5), give);
    const finding = { ...at(6), finding: '数据已经达到', despite: false };
    expect(await refusalOf(perform(closeFollowUp, office, finding, give))).toBe(
      'invalid followUps.refused.conditionOpen',
    );
    expect(await followUpView(jia, id)).toMatchObject({
      metBy: null,
      condition: { period: '2026-M05', value: '1200' },
    });
    const collectionId = await submittedReturns(database, {
      ...{ period: '2026-M05', chain: ['unitReviewer'], figures: [{ indicatorCode: 'DEMO', value: '1200' }] },
    });
    const figures = [{ indicatorCode: 'DEMO', periodCode: '2026-M05', version: 1 }];
    await perform(approveFigures, person('unitReviewer'), { collectionId, unitCode: 'JIA', figures }, give);
    expect(await followUpView(jia, id)).toMatchObject({
      ...{ state: 'checking', metBy: { period: '2026-M05', value: '1200', on: '2026-06-10' } },
    });
    await perform(closeFollowUp, office, finding, give);
    await sql`delete from observation`;
    expect(await followUpView(jia, id)).toMatchObject({ state: 'closed', metBy: { value: '1200' } });
    const other = { ...person('reporter'), units: ['YI'] };
    const unseen = await followUpView(other, id);
    expect(unseen?.metBy).toBeNull();
    expect(JSON.stringify(unseen?.history)).not.toContain('"value":"1200","version"');
  });
});
