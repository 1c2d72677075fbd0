import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { entryForm } from '@/lib/reporting/entry/form/queries';
import { summaryOf } from '@/lib/reporting/entry/form/summary';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { withdrawReturn } from '@/lib/reporting/entry/withdraw-return';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { decideReopening } from '@/lib/reporting/review/decide-reopening';
import { reviewQueue } from '@/lib/reporting/review/queue/queries';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { reviewReturn } from '@/lib/reporting/review/returns/queries';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { clean } from '@/lib/reporting/review/words';
import type { FigureKey } from '@/lib/reporting/words';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

// 乙县, 2026年10月: the month was 4.62 in a year to date of 41.4, after 36.78. The month alone comes back and is made 60.
checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-10T10:00:00+08:00');
const reporter = person('reporter');
const [unitReviewer, departmentReviewer] = [person('unitReviewer'), person('departmentReviewer')];
const month = { indicatorCode: 'DEMO', periodCode: '2026-M10' };
const year = { indicatorCode: 'DEMO', periodCode: '2026-YTD10' };

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  principal: Principal,
  input: object,
) => perform(command, principal, input, { now, database });

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`update indicator set unit_zh = '亿千瓦时', decimals = 2 where code = 'DEMO'`;
  await sql`insert into period (code, kind, year, sort_key) values ('2026-YTD09', 'yearToDate', 2026, 2431701)
    on conflict do nothing`;
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S', '公报', '统计局', '', '', 'official', 1) on conflict do nothing`;
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
    qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    values ('DEMO', 'JIA', '2026-YTD09', '36.78', 2, 'exact', '', 'final', '', 'S', '表一', '', '', 1, 'check', now())`;
  await sql`insert into check_rule (code, valid_from, kind, severity, indicator_codes, parameters, message_zh, message_en,
    is_active, created_by, created_at) values ('YEAR-SUM', '2000-01-01', 'cumulativeSum', 'query', null,
    '{"tolerance":"0.02"}', '', '', true, 'check', now())`;
});

const versionOf = async (collectionId: string, figure?: FigureKey): Promise<number> =>
  (figure
    ? await sql`select version from submission_value where collection_id = ${collectionId}
        and period_code = ${figure.periodCode}`
    : await sql`select version from submission where collection_id = ${collectionId}`)[0]?.version ?? 0;
const looked = async (collectionId: string, ...figures: FigureKey[]) => ({
  collectionId,
  unitCode: 'JIA',
  figures: await Promise.all(
    figures.map(async (figure) => ({ ...figure, version: await versionOf(collectionId, figure) })),
  ),
});
const save = async (collectionId: string, figure: FigureKey, typed: string, explanation = '') =>
  act(saveFigures, reporter, {
    collectionId,
    unitCode: 'JIA',
    cells: [
      { ...figure, version: await versionOf(collectionId, figure), entry: { ...emptyEntry, typed, explanation } },
    ],
  });
const submit = async (collectionId: string) =>
  act(submitReturn, reporter, { collectionId, unitCode: 'JIA', version: await versionOf(collectionId) });

/** A return of the month and its year to date, of which the unit's reviewer returned the month and passed the year. */
async function returnedMonth(): Promise<string> {
  const collectionId = await act(openCollection, person('assessmentOffice'), {
    title: '演示任务',
    opensOn: '2026-11-01',
    dueOn: '2026-11-18',
    dueTime: '17:30',
    graceDays: 3,
    reviewChain: ['unitReviewer', 'departmentReviewer'],
    vintage: 'approved',
    instructions: '',
    periodCode: '2026-M10',
    peerGroupCode: '',
    unitCodes: ['JIA'],
    items: [month, year].map((figure) => ({ ...figure, isRequired: true })),
  });
  await save(collectionId, month, '4.62');
  await save(collectionId, year, '41.4');
  await submit(collectionId);
  await act(returnFigures, unitReviewer, { ...(await looked(collectionId, month)), reason: '请核对数量级' });
  await act(approveFigures, unitReviewer, await looked(collectionId, year));
  return collectionId;
}

const worstOfAll = async (principal: Principal, collectionId: string) => {
  const found = await reviewReturn(principal, { collectionId, unitCode: 'JIA' });
  return new Map(found?.figures.map(({ periodCode, worst, findings }) => [periodCode, [worst, findings.length]]));
};

test('a month that contradicts its locked year is found by the reporter, and must be explained', async () => {
  const id = await returnedMonth();
  await save(id, month, '60');
  const form = await entryForm(reporter, id, now);
  const summary = form && summaryOf(form);
  expect(summary?.lines.map(({ figure }) => figure.periodCode)).toEqual(['2026-M10']);
  expect(summary?.findings.map(({ key }) => key)).toEqual(['cumulativeSum']);
  expect(summary?.silent).toHaveLength(1);
  expect(await refusalOf(submit(id))).toBe('invalid explanationsMissing');
  await save(id, month, '60', '企业集中投产所致');
  expect(await refusalOf(submit(id))).toBeNull();
});

test('both reviewers see it at both figures, count both, and pass neither in a batch', async () => {
  const id = await returnedMonth();
  const seen = await looked(id, year);
  await save(id, month, '60', '企业集中投产所致');
  await submit(id);
  const flagged = new Map([month, year].map(({ periodCode }) => [periodCode, [2, 1]]));
  expect(await worstOfAll(unitReviewer, id)).toEqual(flagged);
  expect(await worstOfAll(departmentReviewer, id)).toEqual(flagged);
  const counted = async (principal: Principal) =>
    (await reviewQueue(principal)).filter(({ collectionId }) => collectionId === id).map((line) => line.query);
  expect([await counted(unitReviewer), await counted(departmentReviewer)]).toEqual([[1], [1]]);
  // The department read the year before it was in doubt.
  expect(await refusalOf(act(approveFigures, departmentReviewer, seen))).toBe('conflict reviewMoved');
  await act(approveFigures, unitReviewer, await looked(id, month));
  expect(await counted(departmentReviewer)).toEqual([2]);
  expect(await refusalOf(act(approveFigures, departmentReviewer, await looked(id, month, year)))).toBe(
    'invalid flaggedInBulk',
  );
});

test('once the month is right again, the locked year is clear too', async () => {
  const id = await returnedMonth();
  await save(id, month, '60', '企业集中投产所致');
  await submit(id);
  await act(returnFigures, unitReviewer, { ...(await looked(id, month)), reason: '与累计数不符' });
  await save(id, month, '4.62');
  await submit(id);
  expect(await worstOfAll(departmentReviewer, id)).toEqual(
    new Map([month, year].map(({ periodCode }) => [periodCode, [clean, 0]])),
  );
});

test('whoever returns one of them is offered the other', async () => {
  const id = await returnedMonth();
  const found = await reviewReturn(unitReviewer, { collectionId: id, unitCode: 'JIA' });
  const [monthKey, yearKey] = [month, year].map(keyOf);
  expect(new Map(found?.figures.map((figure) => [keyOf(figure), figure.partners]))).toEqual(
    new Map([
      [monthKey, [yearKey]],
      [yearKey, [monthKey]],
    ]),
  );
});

test('what was sent again is counted alone, and is withdrawn once', async () => {
  const id = await returnedMonth();
  await save(id, month, '4.9', '按台账更正小数位');
  expect(await submit(id)).toEqual({ collectionId: id, sent: 1 });
  const withdrawable = async () =>
    (await entryForm(reporter, id, now))?.figures.filter(({ canWithdraw }) => canWithdraw).map(keyOf);
  expect(await withdrawable()).toEqual([keyOf(month)]);
  const withdraw = async () =>
    act(withdrawReturn, reporter, { collectionId: id, unitCode: 'JIA', version: await versionOf(id) });
  expect(await worstOfAll(departmentReviewer, id)).toEqual(
    new Map([month, year].map(({ periodCode }) => [periodCode, [2, 1]])),
  );
  await withdraw();
  // The comparison went with the withdrawn month; what is left says that the month is with the reporter.
  expect((await worstOfAll(departmentReviewer, id)).get(year.periodCode)).toEqual([3, 1]);
  expect(await withdrawable()).toEqual([]);
  expect(await refusalOf(withdraw())).toBe('conflict nothingToWithdraw');
});

test('before submission a figure is seen beside its 同比; a year to date is not compared with the shorter one', async () => {
  const id = await returnedMonth();
  await sql`insert into period (code, kind, year, sort_key) values ('2025-M10', 'month', 2025, 2430701),
    ('2025-YTD10', 'yearToDate', 2025, 2430702) on conflict do nothing`;
  for (const [code, value] of [
    ['2025-M10', '4.2'],
    ['2025-YTD10', '40'],
  ] as const)
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      values ('DEMO', 'JIA', ${code}, ${value}, 2, 'exact', '', 'final', '', 'S', '表一', '', '', 1, 'check', now())`;
  const form = await entryForm(reporter, id, now);
  const figures = form?.figures.map((figure) => ({ ...figure, state: 'draft' as const })) ?? [];
  const typed = figures.map((figure) => ({ ...figure, entry: { ...figure.entry, typedYoy: '10.0' } }));
  const lines = form && summaryOf({ ...form, figures: typed }).lines;
  const seen = new Map(lines?.map(({ figure, ...line }) => [figure.periodCode, line]));
  expect(seen.get('2026-M10')).toMatchObject({ reportedYoy: '10.0', onYear: { kind: 'percent', change: '10.0' } });
  expect(seen.get('2026-YTD10')).toMatchObject({ change: null, onYear: { kind: 'percent', change: '3.5' } });
});

test('a locked year is opened on request, in review as a return, with the reason of the decision', async () => {
  const id = await returnedMonth();
  const request = { collectionId: id, unitCode: 'JIA', figures: [year], reason: '月报与累计须一并更正' };
  expect(await act(askReopening, reporter, request)).toBe(1);
  const decision = { collectionId: id, unitCode: 'JIA', number: 1, isGranted: true, reason: '同意一并更正' };
  await act(decideReopening, person('assessmentOffice'), decision);
  const [row] = await sql`select state, awaits, return_reason from submission_value
    where collection_id = ${id} and period_code = ${year.periodCode}`;
  expect(row).toEqual({ state: 'returned', awaits: null, return_reason: '同意一并更正' });
  await save(id, month, '60', '企业集中投产所致');
  await save(id, year, '96.78', '随月报一并更正');
  expect(await submit(id)).toEqual({ collectionId: id, sent: 2 });
  expect([...(await worstOfAll(unitReviewer, id)).values()]).toEqual([
    [clean, 0],
    [clean, 0],
  ]);
});

test('a 核定数 of the year is compared with the month too, and until it is taken back', async () => {
  const id = await returnedMonth();
  await save(id, month, '4.62');
  await submit(id);
  const verify = async (typed: string) => {
    const [figure] = (await looked(id, year)).figures;
    const input = { collectionId: id, unitCode: 'JIA', figure, typed, reason: '与台账核对得出' };
    return act(verifyFigure, departmentReviewer, input);
  };
  await verify('38.4');
  const flagged = new Map([month, year].map(({ periodCode }) => [periodCode, [2, 1]]));
  expect(await worstOfAll(unitReviewer, id)).toEqual(flagged);
  await verify('41.4');
  expect([...(await worstOfAll(departmentReviewer, id)).values()]).toEqual([
    [clean, 0],
    [clean, 0],
  ]);
});
