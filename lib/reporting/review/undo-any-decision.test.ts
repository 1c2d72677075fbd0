import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { withdrawReturn } from '@/lib/reporting/entry/withdraw-return';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { decideReopening } from '@/lib/reporting/review/decide-reopening';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { undoDecision } from '@/lib/reporting/review/undo-decision';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';
import { underReview } from '@/lib/testing/under-review';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalIndicators(database);
const { givenReturn } = underReview({ sql, database });
const codes = ['DEMO', 'DEMO2'];
const people = { unitReviewer: person('unitReviewer'), departmentReviewer: person('departmentReviewer') };
const [reporter, office] = [person('reporter'), person('assessmentOffice')];

let clock = Date.now() + 3_600_000;
const later = () => {
  clock += 1000;
  return new Date(clock);
};

const at = fc.nat(1);
const several = fc.uniqueArray(at, { minLength: 1, maxLength: 2 });
const by = fc.constantFrom<keyof typeof people>('unitReviewer', 'departmentReviewer');
const value = fc.integer({ min: 1, max: 9999 }).map(String);
const isUndone = fc.boolean();
const operation = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), at, value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('approve' as const), by, at: several, isUndone }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('return' as const), by, at: several, isUndone }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('verify' as const), by, at, value }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reopen' as const), at: several }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer Each> ? Each : never;

/** Performs a command; false where it is refused. */
async function did(command: Command<never, unknown>, who: typeof office, input: object, now = later()) {
  try {
    await perform(command as never, who, input as never, { now, database });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function stored(collectionId: string) {
  const figures = await sql`
    select * from submission_value where collection_id = ${collectionId} order by indicator_code`;
  const [head] = await sql`
    select state, submitted, returned, approved, review_began from submission where collection_id = ${collectionId}`;
  return { figures: figures.map(({ version: _, ...figure }) => figure), head };
}

let undone = 0;

async function step(collectionId: string, periodCode: string, op: Operation, turn: number) {
  const looked = { collectionId, unitCode: 'JIA' };
  const rows = await sql`select indicator_code, version from submission_value where collection_id = ${collectionId}`;
  const [head] = await sql`select version from submission where collection_id = ${collectionId}`;
  const key = (n: number) => ({ indicatorCode: codes[n] ?? '', periodCode });
  const seen = (n: number) => ({
    ...key(n),
    version: rows.find((row) => row.indicator_code === codes[n])?.version ?? 0,
  });
  const reason = `第${turn}步的理由，已经核对`;
  switch (op.do) {
    case 'save': {
      const entry = { ...emptyEntry, typed: op.value, explanation: reason };
      return did(saveFigures as never, reporter, { ...looked, cells: [{ ...seen(op.at), entry }] });
    }
    case 'submit':
      return did(submitReturn as never, reporter, { ...looked, version: head?.version });
    case 'withdraw':
      return did(withdrawReturn as never, reporter, { ...looked, version: head?.version });
    case 'verify': {
      const verified = { ...looked, figure: seen(op.at), typed: op.value, reason };
      return did(verifyFigure as never, people[op.by], verified);
    }
    case 'reopen': {
      await did(askReopening as never, reporter, { ...looked, figures: op.at.map(key), reason });
      const [request] = await sql`
        select number from reopen_request where collection_id = ${collectionId} and state = 'pending'`;
      const decision = { ...looked, number: request?.number ?? 1, isGranted: true, reason };
      return request ? did(decideReopening as never, office, decision) : false;
    }
    default: {
      const before = await stored(collectionId);
      const command = op.do === 'approve' ? approveFigures : returnFigures;
      const now = later();
      const decision = { ...looked, figures: op.at.map(seen), reason };
      if (!(await did(command as never, people[op.by], decision, now))) return false;
      const isPublished = op.do === 'approve' && op.by === 'departmentReviewer';
      if (!op.isUndone || isPublished) return true;
      expect(await did(undoDecision as never, people[op.by], { decidedAt: now.toISOString() })).toBe(true);
      undone += 1;
      expect(await stored(collectionId), JSON.stringify(op)).toEqual(before);
      return true;
    }
  }
}

test('after any history, a decision that is undone leaves the figures and the return as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 40, maxLength: 60, size: 'max' }), async (history) => {
      const { collectionId, period } = await givenReturn(codes.map((indicatorCode) => ({ indicatorCode })));
      for (const [turn, op] of history.entries()) await step(collectionId, period, op, turn);
    }),
    { numRuns: many(40, 10), seed: 20261129, endOnFailure: true },
  );
  expect(undone).toBeGreaterThan(20);
}, 120_000);
