import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { reviewReturn } from '@/lib/reporting/review/returns/queries';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { clean } from '@/lib/reporting/review/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

// 演示指标 1200 and 演示指标二 1200 were reported. The first may not be above 5000 (mandatory) nor unlike the second (to explain).
checkSettings();
const { sql, database } = await testDatabase();
const { givenReturn, act, auditOf } = underReview({ sql, database });
const reviewer = person('departmentReviewer');
const both = [{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO2' }];

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into check_rule (code, valid_from, kind, severity, indicator_codes, parameters, message_zh, message_en,
    is_active, created_by, created_at) values
    ('MOST', '1999-01-01', 'range', 'mandatory', '["DEMO"]', '{"max":"5000"}', '', '', true, 'check', now()),
    ('SAME', '1999-01-01', 'formula', 'query', null, '{"expression":"DEMO = DEMO2","tolerance":"0"}', '', '', true, 'check',
      now())`;
});

const given = () => givenReturn(both, { chain: ['departmentReviewer'] });
type Given = Awaited<ReturnType<typeof given>>;
const shown = async ({ collectionId }: Given, code = 'DEMO') => {
  const found = await reviewReturn(reviewer, { collectionId, unitCode: 'JIA' });
  const figure = found?.figures.find(({ indicatorCode }) => indicatorCode === code);
  if (!figure) throw new Error(`no ${code}`);
  return figure;
};
const looked = async (one: Given, code = 'DEMO') => one.looked([code], (await shown(one, code)).version);
const verify = async (one: Given, typed: string) => {
  const { figures, ...where } = await looked(one);
  return act(verifyFigure, reviewer, { ...where, figure: figures[0], typed, reason: '与台账核对得出' });
};
const approve = async (one: Given, reason = '', code = 'DEMO') =>
  act(approveFigures, reviewer, { ...(await looked(one, code)), reason });

test('a 核定数 that breaks a mandatory check is shown with the finding, and is not approved', async () => {
  const one = await given();
  expect((await shown(one)).worst).toBe(clean);
  await verify(one, '6000');
  expect((await shown(one)).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['MOST', 'mandatory'],
    ['SAME', 'query'],
  ]);
  expect(await refusalOf(approve(one, '经现场核实无误'))).toBe('invalid mandatoryAtApproval');
  await verify(one, '1200');
  expect((await shown(one)).worst).toBe(clean);
  expect(await refusalOf(approve(one))).toBeNull();
});

test('one with a finding to be explained is approved with a reason, also at its partner, and the reason is kept', async () => {
  const one = await given();
  await verify(one, '1300');
  for (const code of ['DEMO', 'DEMO2']) {
    expect((await shown(one, code)).findings).toMatchObject([{ rule: 'SAME', isOfApproved: true }]);
    expect(await refusalOf(approve(one, '核对过', code))).toBe('invalid approvalNeedsReason');
    expect(await refusalOf(approve(one, '经现场核实无误', code))).toBeNull();
  }
  const kept =
    await sql`select reason from review_event where collection_id = ${one.collectionId} and kind = 'approved'`;
  expect(kept.map(({ reason }) => reason)).toEqual(['经现场核实无误', '经现场核实无误']);
  expect((await auditOf(one.collectionId)).at(-1)?.changes).toContain('经现场核实无误');
});

test('the changes shown beside a 核定数 are its own, those of the reported number beside them', async () => {
  const one = await given();
  const period = one.period;
  const [year, month] = [Number(period.slice(0, 4)), period.slice(5)];
  const before = `${year - 1}-${month}`;
  await sql`insert into period (code, kind, year, sort_key) values (${before}, 'month', ${year - 1}, 1)
    on conflict do nothing`;
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S', '公报', '统计局', '', '', 'official', 1) on conflict do nothing`;
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
    qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    values ('DEMO', 'JIA', ${before}, '1000', 0, 'exact', '', 'final', '', 'S', '表一', '', '', 1, 'check', now())
    on conflict do nothing`;
  expect((await shown(one)).knownVerified).toBeNull();
  await verify(one, '1300');
  const figure = await shown(one);
  expect(figure.known.onYear).toMatchObject({ kind: 'percent', change: '20.0' });
  expect(figure.knownVerified?.onYear).toMatchObject({ kind: 'percent', change: '30.0' });
  expect(figure.knownVerified?.course.at(-1)).toBe('1300');
});

test('while one of a pair is back with the reporter, the other is not without findings and passes in no batch', async () => {
  const one = await givenReturn([...both, { indicatorCode: 'DEMO3' }], { chain: ['unitReviewer'] });
  const unit = person('unitReviewer');
  const states = async () => {
    const found = await reviewReturn(unit, { collectionId: one.collectionId, unitCode: 'JIA' });
    return new Map(found?.figures.map((figure) => [figure.indicatorCode, figure]));
  };
  await act(returnFigures, unit, { ...one.looked(['DEMO']), reason: '请核对数量级' });
  const after = await states();
  expect(after.get('DEMO2')?.findings).toMatchObject([
    { key: 'partnerReturned', severity: 'notice', details: { bearerZh: '演示指标' } },
  ]);
  expect(after.get('DEMO3')?.worst).toBe(clean);
  const versions = (codes: readonly string[]) => ({
    ...one.looked([]),
    figures: codes.map((code) => ({
      indicatorCode: code,
      periodCode: one.period,
      version: after.get(code)?.version ?? 0,
    })),
  });
  expect(await refusalOf(act(approveFigures, unit, versions(['DEMO2', 'DEMO3'])))).toBe('invalid flaggedInBulk');
  expect(await refusalOf(act(approveFigures, unit, versions(['DEMO2'])))).toBeNull();
});
