import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import type { Refusal } from '@/lib/errors';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`update indicator set unit_zh = '亿元' where code = 'DEMO'`;
});

const unitReviewer = person('unitReviewer');
const departmentReviewer = person('departmentReviewer');
const { givenReturn, act, figureIn, auditOf } = underReview({ sql, database });

describe('recording a verified figure', () => {
  const verification = async (typed: string, version = 1) => {
    const { collectionId, period } = await givenReturn();
    const figure = { indicatorCode: 'DEMO', periodCode: period, version };
    return { collectionId, period, figure, unitCode: 'JIA', typed, reason: '与台账核对得出' };
  };

  test('keeps the reported value; once approved, it is current with the reported value in its note', async () => {
    const { period, ...input } = await verification('1300');
    await act(verifyFigure, unitReviewer, input);
    expect(await figureIn(input.collectionId)).toMatchObject({
      typed: '1200',
      value: '1200',
      approved_value: '1300',
      approved_by: unitReviewer.userId,
      version: 2,
    });
    const [told] = await auditOf(input.collectionId);
    expect(told?.command).toBe('review.verify');
    expect(told?.changes).toContain('"reported":"1200"');
    const looked = (version: number) => ({
      collectionId: input.collectionId,
      unitCode: 'JIA',
      figures: [{ ...input.figure, version }],
    });
    await act(approveFigures, unitReviewer, looked(2));
    await act(approveFigures, departmentReviewer, looked(3));
    const [current] = await sql`select value, note from observation where period_code = ${period}`;
    expect(current?.value).toBe('1300');
    expect(current?.note).toContain('报送数 1200，核定数 1300');
  });

  test.each([
    ['without one', '', null],
    ['with its own', '+5.3%', '5.3'],
  ])('replaces the number and its growth: 59.34 with +10.9 by 56.34 %s', async (_name, typedYoy, published) => {
    const { collectionId, period, looked } = await givenReturn(undefined, { chain: ['departmentReviewer'] });
    await sql`update submission_value set typed = '59.34', value = '59.34', decimals = 2, typed_yoy = '10.9',
      reported_yoy = '10.9' where collection_id = ${collectionId}`;
    const [figure] = looked(['DEMO']).figures;
    const input = { collectionId, unitCode: 'JIA', figure, typed: '56.34', typedYoy, reason: '与台账核对得出' };
    await act(verifyFigure, departmentReviewer, input);
    await act(approveFigures, departmentReviewer, looked(['DEMO'], 2));
    const shown = await sql`select value, reported_yoy from observation where period_code = ${period}`;
    expect([...shown]).toEqual([{ value: '56.34', reported_yoy: published }]);
    const recorded = await sql`select reported_yoy from observation_revision where period_code = ${period}`;
    expect([...recorded]).toEqual([{ reported_yoy: published }]);
    expect(await figureIn(collectionId)).toMatchObject({ value: '59.34', typed_yoy: '10.9', reported_yoy: '10.9' });
    const steps =
      await sql`select kind, approved_yoy from review_event where collection_id = ${collectionId} order by step`;
    expect([...steps]).toEqual(['verified', 'approved'].map((kind) => ({ kind, approved_yoy: published })));
  });

  test('refuses a growth that is no number, and forgets the growth with the value', async () => {
    const { period: _, ...input } = await verification('1300');
    expect(await refusalOf(act(verifyFigure, unitReviewer, { ...input, typedYoy: '约5' }))).toBe('invalid notAGrowth');
    await act(verifyFigure, unitReviewer, { ...input, typedYoy: '5.3' });
    expect(await figureIn(input.collectionId)).toMatchObject({ approved_yoy: '5.3' });
    const back = { ...input, typed: '1200', typedYoy: '5.3', figure: { ...input.figure, version: 2 } };
    await act(verifyFigure, unitReviewer, back);
    expect(await figureIn(input.collectionId)).toMatchObject({ approved_value: null, approved_yoy: null });
  });

  test('is an exact number beside the same one with 多, and is cancelled by that', async () => {
    const { collectionId, period, looked } = await givenReturn(undefined, { chain: ['departmentReviewer'] });
    await sql`update submission_value set typed = '１２００多', qualifier = 'at_least', qualifier_printed = '多'
      where collection_id = ${collectionId}`;
    const input = (typed: string, version: number) => {
      const [figure] = looked(['DEMO'], version).figures;
      return { collectionId, unitCode: 'JIA', figure, typed, reason: '与台账核对得出' };
    };
    const refused = act(verifyFigure, departmentReviewer, input('1200多', 1));
    expect(await refusalOf(refused)).toBe('invalid sameAsReported');
    await act(verifyFigure, departmentReviewer, input('1200', 1));
    expect(await figureIn(collectionId)).toMatchObject({ approved_value: '1200' });
    await act(verifyFigure, departmentReviewer, input('1200多', 2));
    expect(await figureIn(collectionId)).toMatchObject({ approved_value: null });
    await act(verifyFigure, departmentReviewer, input('1200', 3));
    await act(approveFigures, departmentReviewer, looked(['DEMO'], 4));
    const [current] = await sql`select value, qualifier, note from observation where period_code = ${period}`;
    expect(current).toMatchObject({ value: '1200', qualifier: 'exact' });
    expect(current?.note).toContain('报送数 1200多，核定数 1200');
  });

  test('is cancelled by the reported number', async () => {
    const { period: _, ...input } = await verification('1300');
    await act(verifyFigure, unitReviewer, input);
    await act(verifyFigure, unitReviewer, { ...input, typed: '1200', figure: { ...input.figure, version: 2 } });
    expect(await figureIn(input.collectionId)).toMatchObject({
      value: '1200',
      approved_value: null,
      approved_by: null,
      approved_reason: '',
    });
  });

  test.each([
    ['约1300', 'invalid notAPlainNumber'],
    ['未报', 'invalid notAPlainNumber'],
    ['一千', 'invalid notAPlainNumber'],
    ['1,200', 'invalid sameAsReported'],
    ['', 'invalid input'],
  ])('refuses “%s”', async (typed, refusal) => {
    const { period: _, ...input } = await verification(typed);
    expect(await refusalOf(act(verifyFigure, unitReviewer, input))).toBe(refusal);
  });

  test('names all fields that are faulty, and how long the reason must be', async () => {
    const { period: _, ...input } = await verification('约1300');
    const faultsOf = async (change: object) =>
      act(verifyFigure, unitReviewer, { ...input, ...change }).then(
        () => [],
        (error: Refusal) => error.faults,
      );
    expect(await faultsOf({ typedYoy: '约5' })).toMatchObject([
      { field: 'typed', key: 'notAPlainNumber' },
      { field: 'typedYoy', key: 'notAGrowth' },
    ]);
    expect(await faultsOf({ typed: '', reason: '核对过' })).toMatchObject([
      { field: 'typed', key: 'inputMissing' },
      { field: 'reason', key: 'inputShort', details: { least: 6 } },
    ]);
  });

  test('needs a reason of six characters', async () => {
    const { period: _, ...input } = await verification('1300');
    expect(await refusalOf(act(verifyFigure, unitReviewer, { ...input, reason: '核对过' }))).toBe('invalid input');
  });
});
