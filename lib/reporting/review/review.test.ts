import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import type { Principal } from '@/lib/access/principal';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, type GivenFigure, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
beforeAll(() => fictionalIndicators(database));

const unitReviewer = person('unitReviewer');
const departmentReviewer = person('departmentReviewer');
const flagged: GivenFigure = {
  indicatorCode: 'DEMO2',
  findings: [{ severity: 'query', key: 'jump' }],
  explanation: '新增项目投产',
};

const { givenReturn, act, figureIn, returnIn, stepsIn, auditOf } = underReview({ sql, database });

describe('approving', () => {
  test('at two levels: the unit passes a figure on, the department makes it current', async () => {
    const { collectionId, period, looked } = await givenReturn();
    await act(approveFigures, unitReviewer, looked(['DEMO']));
    expect(await figureIn(collectionId)).toMatchObject({
      state: 'submitted',
      awaits: 'departmentReviewer',
      version: 2,
    });
    expect(await sql`select from observation where period_code = ${period}`).toHaveLength(0);

    await act(approveFigures, departmentReviewer, looked(['DEMO'], 2));
    expect(await figureIn(collectionId)).toMatchObject({ state: 'approved', awaits: null, version: 3 });
    expect(await returnIn(collectionId)).toMatchObject({
      state: 'approved',
      approved: 1,
      submitted: 0,
      review_began: true,
    });
    const [current] = await sql`select * from observation where period_code = ${period}`;
    expect(current).toMatchObject({ value: '1200', vintage: 'preliminary', reported_yoy: '5.1', locator: '部门台账' });
    expect(current?.source_code).toBe(`R-${collectionId.slice(0, 8)}`);
    const revisions =
      await sql`select revision, collection_id, recorded_by from observation_revision where period_code = ${period}`;
    expect([...revisions]).toEqual([
      { revision: 1, collection_id: collectionId, recorded_by: departmentReviewer.userId },
    ]);
    expect([...(await sql`select units from coverage where period_code = ${period}`)]).toEqual([{ units: 1 }]);
    expect(await stepsIn(collectionId)).toEqual(['passed', 'approved']);
    const audit = await auditOf(collectionId);
    expect(audit.map(({ command, actor }) => [command, actor])).toEqual([
      ['review.approve', unitReviewer.userId],
      ['review.approve', departmentReviewer.userId],
    ]);
    expect(audit[1]?.changes).toContain(`"approved":["DEMO ${period}"]`);
  });

  test('at one level a figure is current at once', async () => {
    const { collectionId, period, looked } = await givenReturn([{ indicatorCode: 'DEMO' }], {
      chain: ['departmentReviewer'],
    });
    await act(approveFigures, departmentReviewer, looked(['DEMO']));
    expect(await figureIn(collectionId)).toMatchObject({ state: 'approved' });
    expect(await sql`select from observation where period_code = ${period}`).toHaveLength(1);
    expect(await stepsIn(collectionId)).toEqual(['approved']);
  });

  test('the first figures of two units for an indicator, approved at once, are both counted', async () => {
    const units = ['JIA', 'YI'];
    const { period, looked } = await givenReturn([{ indicatorCode: 'DEMO' }], { chain: ['departmentReviewer'], units });
    await Promise.all(
      units.map((unitCode) => act(approveFigures, departmentReviewer, { ...looked(['DEMO']), unitCode })),
    );
    expect([...(await sql`select units from coverage where period_code = ${period}`)]).toEqual([{ units: 2 }]);
  });

  test('several figures at once only without findings', async () => {
    const { collectionId, looked } = await givenReturn([{ indicatorCode: 'DEMO' }, flagged]);
    expect(await refusalOf(act(approveFigures, unitReviewer, looked(['DEMO', 'DEMO2'])))).toBe('invalid flaggedInBulk');
    expect(await figureIn(collectionId)).toMatchObject({ awaits: 'unitReviewer', version: 1 });
    await act(approveFigures, unitReviewer, looked(['DEMO2']));
    expect(await stepsIn(collectionId)).toEqual(['passed']);
  });
});

describe('returning', () => {
  test('gives figures back with the reason, and deletes the verified value; the others continue', async () => {
    const { collectionId, period, looked } = await givenReturn([{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO2' }]);
    const [figure] = looked(['DEMO']).figures;
    const verification = { collectionId, unitCode: 'JIA', figure, typed: '1300', reason: '与台账核对得出' };
    await act(verifyFigure, unitReviewer, verification);
    await act(returnFigures, unitReviewer, { ...looked(['DEMO'], 2), reason: '请核对数量级' });
    expect(await figureIn(collectionId)).toMatchObject({
      state: 'returned',
      awaits: null,
      value: '1200',
      approved_value: null,
      return_reason: '请核对数量级',
      returned_by: unitReviewer.userId,
    });
    expect(await figureIn(collectionId, 'DEMO2')).toMatchObject({ state: 'submitted', awaits: 'unitReviewer' });
    expect(await returnIn(collectionId)).toMatchObject({ state: 'returned', returned: 1, submitted: 1 });
    expect(await stepsIn(collectionId)).toEqual(['verified', 'returned']);
    const [, told] = await auditOf(collectionId);
    expect(told).toMatchObject({ command: 'review.return', actor: unitReviewer.userId });
    expect(told?.changes).toContain(`"returned":["DEMO ${period}"]`);
  });

  test('needs a reason', async () => {
    const { looked } = await givenReturn();
    expect(await refusalOf(act(returnFigures, unitReviewer, { ...looked(['DEMO']), reason: ' ' }))).toBe(
      'invalid input',
    );
  });
});

describe('every decision refuses', () => {
  const decisions: readonly [
    string,
    (principal: Principal, parts: Awaited<ReturnType<typeof givenReturn>>) => Promise<unknown>,
  ][] = [
    ['approve', (principal, { looked }) => act(approveFigures, principal, looked(['DEMO']))],
    ['return', (principal, { looked }) => act(returnFigures, principal, { ...looked(['DEMO']), reason: '请核对' })],
    [
      'verify',
      (principal, { collectionId, looked }) => {
        const [figure] = looked(['DEMO']).figures;
        return act(verifyFigure, principal, {
          collectionId,
          unitCode: 'JIA',
          figure,
          typed: '7',
          reason: '与台账核对得出',
        });
      },
    ],
  ];
  const cases: readonly [string, Principal, string][] = [
    ['another unit’s reviewer', person('unitReviewer', { unitCode: 'YI' }), 'notFound noReturn'],
    ['the level after', departmentReviewer, 'conflict reviewMoved'],
    ['a reporter', person('reporter'), 'forbidden command'],
    ['the office', person('assessmentOffice'), 'forbidden command'],
    ['an administrator', person('administrator'), 'forbidden command'],
    ['the person who submitted it', person('unitReviewer', { userId: 'check-reporter' }), 'forbidden ownFigure'],
  ];
  test.each(
    decisions.flatMap(([name, decide]) => cases.map(([who, ...rest]) => [name, who, decide, ...rest] as const)),
  )('%s: %s', async (_name, _who, decide, principal, refusal) => {
    const parts = await givenReturn();
    expect(await refusalOf(decide(principal, parts))).toBe(refusal);
    expect(await auditOf(parts.collectionId)).toHaveLength(0);
    expect(await figureIn(parts.collectionId)).toMatchObject({ state: 'submitted', version: 1, approved_value: null });
  });

  test.each(decisions)('%s: refuses a department that is not responsible', async (_name, decide) => {
    const parts = await givenReturn(undefined, { chain: ['departmentReviewer'] });
    const other = person('departmentReviewer', { department: '演示二部' });
    expect(await refusalOf(decide(other, parts))).toBe('conflict reviewMoved');
  });
});

describe('a figure changed since the reviewer read it', () => {
  test('is not decided: another person recorded a verified value meanwhile', async () => {
    const { collectionId, looked } = await givenReturn();
    const [figure] = looked(['DEMO']).figures;
    const verification = { collectionId, unitCode: 'JIA', figure, typed: '1300', reason: '与台账核对得出' };
    await act(verifyFigure, person('unitReviewer', { userId: 'colleague' }), verification);
    const decided = [
      act(approveFigures, unitReviewer, looked(['DEMO'])),
      act(returnFigures, unitReviewer, { ...looked(['DEMO']), reason: '请核对' }),
      act(verifyFigure, unitReviewer, { ...verification, typed: '1400' }),
    ];
    expect(await Promise.all(decided.map(refusalOf))).toEqual(Array(3).fill('conflict reviewMoved'));
    expect(await figureIn(collectionId)).toMatchObject({ approved_value: '1300', version: 2 });
  });

  test('a published figure cannot be approved as empty', async () => {
    const { collectionId, period, looked } = await givenReturn(undefined, { chain: ['unitReviewer'] });
    await act(approveFigures, unitReviewer, looked(['DEMO']));
    await sql`update submission_value set state = 'submitted', awaits = 'unitReviewer', typed = '未报', value = null,
      absence = 'notReported' where collection_id = ${collectionId}`;
    expect(await refusalOf(act(approveFigures, unitReviewer, looked(['DEMO'], 2)))).toBe('invalid absentAfterNumber');
    expect([...(await sql`select value from observation where period_code = ${period}`)]).toEqual([{ value: '1200' }]);
  });
});

describe('fifty reviewers at once', () => {
  test('decide the same figures: one succeeds, the others get a conflict, and the trail has one event', async () => {
    const { collectionId, looked } = await givenReturn([{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO2' }]);
    const asked = looked(['DEMO', 'DEMO2']);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const reviewer = person('unitReviewer', { userId: `reviewer-${at}` });
        return refusalOf(
          at % 2 ? act(approveFigures, reviewer, asked) : act(returnFigures, reviewer, { ...asked, reason: '请核对' }),
        );
      }),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'conflict reviewMoved')).toHaveLength(49);
    expect(await auditOf(collectionId)).toHaveLength(1);
    expect(await stepsIn(collectionId)).toHaveLength(2);
    expect(await figureIn(collectionId)).toMatchObject({ version: 2 });
  });
});

describe('a request to reopen', () => {
  const approvedReturn = async () => {
    const parts = await givenReturn([{ indicatorCode: 'DEMO' }, { indicatorCode: 'DEMO3' }], {
      chain: ['unitReviewer'],
    });
    await act(approveFigures, unitReviewer, parts.looked(['DEMO', 'DEMO3']));
    const request = (code: string) => ({
      collectionId: parts.collectionId,
      unitCode: 'JIA',
      figures: [{ indicatorCode: code, periodCode: parts.period }],
      reason: '台账补录',
    });
    return { ...parts, request };
  };

  test('waits for another person, and is the only pending one', async () => {
    const { collectionId, request } = await approvedReturn();
    await act(askReopening, departmentReviewer, request('DEMO'));
    const requests = await sql`select state, asked_by from reopen_request where collection_id = ${collectionId}`;
    expect([...requests]).toEqual([{ state: 'pending', asked_by: departmentReviewer.userId }]);
    expect(await figureIn(collectionId)).toMatchObject({ state: 'approved' });
    expect((await auditOf(collectionId)).at(-1)?.command).toBe('submission.askReopening');
    expect(await refusalOf(act(askReopening, unitReviewer, request('DEMO')))).toBe('conflict alreadyAsked');
  });

  test('is refused for another department’s figure, another unit, another role, and unapproved figures', async () => {
    const { request } = await approvedReturn();
    expect(await refusalOf(act(askReopening, departmentReviewer, request('DEMO3')))).toBe('conflict notApproved');
    const stranger = person('unitReviewer', { unitCode: 'YI' });
    expect(await refusalOf(act(askReopening, stranger, request('DEMO')))).toBe('notFound noReturn');
    expect(await refusalOf(act(askReopening, person('leader'), request('DEMO')))).toBe('forbidden command');
    const { collectionId, period } = await givenReturn();
    await sql`update submission_value set state = 'returned', awaits = null where collection_id = ${collectionId}`;
    const waiting = { ...request('DEMO'), collectionId, figures: [{ indicatorCode: 'DEMO', periodCode: period }] };
    expect(await refusalOf(act(askReopening, unitReviewer, waiting))).toBe('conflict notApproved');
  });
});
