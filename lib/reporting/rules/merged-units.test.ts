import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { dryRun } from '@/lib/reporting/rules/dry-run/queries';
import { findingsIn } from '@/lib/reporting/rules/find';
import { checkContext } from '@/lib/reporting/rules/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { checkedFigure, checkRule } from '@/lib/testing/checked-figures';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');
const jump = checkRule('jumpPrevious', { percent: 20 }, { indicatorCodes: ['DEMO2'] });
const [before, after] = ['2026-M01', '2026-M02'];

const record = (unit: string, period: string, value: number) =>
  sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    values ('DEMO2', ${unit}, ${period}, ${value}, 0, 'exact', '', 'flash', '', 'S1', '', '', '', 1, 't', now())`;
const merger = (addsUp: boolean) =>
  sql`insert into org_unit_succession (predecessor_code, successor_code, happened_on, kind, note_zh, note_en, adds_up)
    values ('YI', 'JIA', '2026-02-01', 'merge', '', '', ${addsUp})`;
/** What the checks of a return with both months say of the later one, by unit JIA. */
async function inReturn(value: number) {
  const items = [before, after].map((periodCode) => ({ indicatorCode: 'DEMO2', periodCode }));
  const { known } = await checkContext(office, { unitCode: 'JIA', items });
  const figure = (typed: string, at: string) => checkedFigure(typed, { at, of: { code: 'DEMO2', decimals: 0 } });
  return findingsIn({ figures: [figure('100', before), figure(`${value}`, after)], known, rules: [jump] });
}
const onPast = async () =>
  (await dryRun(office, jump)).lines.map(({ unit, finding }) => ({ unit: unit.code, finding }));

beforeAll(async () => {
  await fictionalIndicators(database);
  await database.transaction((tx) => ensurePeriods(tx, [before, after]));
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
});
beforeEach(async () => {
  await sql`delete from org_unit_succession`;
  await sql`delete from observation`;
  await record('JIA', before, 100);
  await record('YI', before, 80);
});

test('a merged unit does not jump from what it was alone, neither in its return nor on the past', async () => {
  await record('JIA', after, 185);
  // 185 on 100 is +85 %.
  expect(await onPast()).toMatchObject([{ unit: 'JIA', finding: { details: { change: '+85.0' } } }]);
  expect(await inReturn(185)).not.toEqual([]);
  // 185 on the sum of 180 is +2.8 %.
  await merger(true);
  expect(await onPast()).toEqual([]);
  expect(await inReturn(185)).toEqual([]);
});

test('but from the sum of those that merged, and from nothing where it is not comparable', async () => {
  await record('JIA', after, 300);
  await merger(true);
  // 300 on the sum of 180 is +66.7 %. The own figure of the month before is not part of it.
  const found = { periodCode: after, key: 'jumpPrevious', details: { base: '180', change: '+66.7' } };
  expect(await onPast()).toMatchObject([{ unit: 'JIA', finding: found }]);
  expect(await inReturn(300)).toMatchObject([found]);
  await sql`update org_unit_succession set adds_up = false`;
  expect(await onPast()).toEqual([]);
  expect(await inReturn(300)).toEqual([]);
});

test('a merged unit is no peer across its merger', async () => {
  const outlier = checkRule('peerOutlier', { deviations: 3 }, { indicatorCodes: ['DEMO2'] });
  const items = [{ indicatorCode: 'DEMO2', periodCode: after }];
  await sql`insert into check_rule (code, valid_from, kind, severity, parameters, message_zh, message_en, is_active, created_by, created_at)
    values ('PEERS-T', '2020-01-01', 'peerOutlier', 'query', '{"deviations": 3}', '', '', true, 't', now())`;
  for (const [at, value] of ['101', '102', '104', '105', '106', '900'].entries()) {
    const place = {
      code: `P${at}`,
      kind: 'county',
      initials: '',
      name_zh: `演示${at}`,
      name_en: 'Unit',
      sort_order: 9100,
    };
    await sql`insert into org_unit ${sql(place)}`;
    await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values ('DEMO', ${place.code}, '2000-01-01')`;
    await record(place.code, before, 100);
    await record(place.code, after, Number(value));
  }
  await sql`delete from peer_group_member where org_unit_code = 'YI'`;
  await record('JIA', after, 200);
  await sql`insert into org_unit_succession (predecessor_code, successor_code, happened_on, kind, note_zh, note_en, adds_up)
    values ('YI', 'P5', '2026-02-01', 'merge', '', '', false)`;
  // Without P5 the changes are 1, 2, 4, 5 and 6: their median is 4, the median distance from it 2, then 1, 1, 2, 3.
  const { peers } = await checkContext(office, { unitCode: 'JIA', items });
  expect(peers['DEMO2 2026-M02']?.count).toBe(5);
  expect(peers['DEMO2 2026-M02']?.median).toBeCloseTo(4);
  const { lines } = await dryRun(office, outlier);
  expect(lines.map(({ unit, finding }) => [unit.code, finding.details.median, finding.details.count])).toEqual([
    ['JIA', '+4.0', '5'],
  ]);
});
