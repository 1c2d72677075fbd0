import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { approveAcrossUnits, returnAcrossUnits } from '@/lib/reporting/review/decide-across-units';
import { queueByIndicator } from '@/lib/reporting/review/queue/queries';
import { reviewIndicator } from '@/lib/reporting/review/returns/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
const { givenReturn, act } = underReview({ sql, database });
const reviewer = person('departmentReviewer');
beforeAll(() => fictionalIndicators(database));

const given = () =>
  givenReturn([{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO3' }], {
    chain: ['departmentReviewer'],
    units: ['JIA', 'YI'],
  });
type Given = Awaited<ReturnType<typeof given>>;
const figureIn = ({ period }: Given, indicatorCode = 'DEMO') => ({ indicatorCode, periodCode: period });
const across = (one: Given, units = ['JIA', 'YI'], indicatorCode = 'DEMO') => ({
  collectionId: one.collectionId,
  figures: units.map((unitCode) => ({ unitCode, ...figureIn(one, indicatorCode), version: 1 })),
});
const statesIn = async ({ collectionId }: Given) =>
  (
    await sql`select org_unit_code as unit, state from submission_value
      where collection_id = ${collectionId} and indicator_code = 'DEMO' order by 1`
  ).map(({ unit, state }) => `${unit} ${state}`);

test('one indicator stands for all units, for its department and the office, and for nobody else', async () => {
  const one = await given();
  const seen = async (who: Parameters<typeof reviewIndicator>[0], code = 'DEMO') =>
    (await reviewIndicator(who, one.collectionId, figureIn(one, code)))?.figures.map(
      ({ unit, isMine }) => `${unit.code} ${isMine}`,
    ) ?? null;
  expect(await seen(reviewer)).toEqual(['JIA true', 'YI true']);
  expect(await seen(person('assessmentOffice'))).toEqual(['JIA false', 'YI false']);
  expect(await seen(person('unitReviewer'))).toEqual(['JIA false']);
  expect(await seen(reviewer, 'DEMO3')).toBeNull();
  for (const role of ['reporter', 'leader', 'auditor', 'administrator'] as const)
    expect(await seen(person(role)), role).toBeNull();
  const queue = (await queueByIndicator(reviewer)).filter(({ collectionId }) => collectionId === one.collectionId);
  expect(queue).toMatchObject([{ indicatorCode: 'DEMO', waiting: 2, flagged: 0 }]);
});

test('all units are approved at once with one event, or none of them', async () => {
  const one = await given();
  await sql`update submission_value set worst = 3 where collection_id = ${one.collectionId} and org_unit_code = 'YI'`;
  expect(await refusalOf(act(approveAcrossUnits, reviewer, across(one)))).toBe('invalid flaggedInBulk');
  expect(await statesIn(one)).toEqual(['JIA submitted', 'YI submitted']);
  await sql`update submission_value set worst = 9 where collection_id = ${one.collectionId}`;
  const foreign = across(one, ['JIA', 'YI'], 'DEMO3');
  expect(await refusalOf(act(approveAcrossUnits, reviewer, foreign))).toBe('conflict reviewMoved');
  expect(await act(approveAcrossUnits, reviewer, across(one))).toBe(2);
  expect(await statesIn(one)).toEqual(['JIA approved', 'YI approved']);
  const published = await sql`select org_unit_code from observation where period_code = ${one.period} order by 1`;
  expect(published.map(({ org_unit_code: unit }) => unit)).toEqual(['JIA', 'YI']);
  const told = await sql`select changes from audit_event where command = 'review.approveUnits'
    and changes like ${`%${one.collectionId}/JIA%`}`;
  expect(told).toHaveLength(1);
  expect(told[0]?.changes).toContain(`${one.collectionId}/YI`);
});

test('units are returned at once with one reason, by nobody but who decides', async () => {
  const one = await given();
  const asked = { ...across(one), reason: '请核对数量级' };
  expect(await refusalOf(act(returnAcrossUnits, person('reporter'), asked))).toBe('forbidden command');
  expect(await refusalOf(act(returnAcrossUnits, person('unitReviewer'), asked))).toBe('conflict reviewMoved');
  expect(await refusalOf(act(returnAcrossUnits, reviewer, { ...asked, reason: '' }))).toBe('invalid input');
  expect(await act(returnAcrossUnits, reviewer, asked)).toBe(2);
  expect(await statesIn(one)).toEqual(['JIA returned', 'YI returned']);
});
