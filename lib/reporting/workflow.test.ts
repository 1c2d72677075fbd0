import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { withdrawReturn } from '@/lib/reporting/entry/withdraw-return';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { decideReopening } from '@/lib/reporting/review/decide-reopening';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import type { FigureState, ReviewLevel } from '@/lib/reporting/words';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalIndicators(database);

const period = '2026-M10';
const codes = ['DEMO', 'DEMO2'] as const;
const unitCode = 'JIA';
const people = {
  reporter: person('reporter'),
  unitReviewer: person('unitReviewer'),
  departmentReviewer: person('departmentReviewer'),
  assessmentOffice: person('assessmentOffice'),
};

/**
 * A model of a return, independent of the product: the state of each figure, its next reviewer, its published value.
 */
type Figure = {
  state: FigureState | null;
  awaits: ReviewLevel | null;
  value: string | null;
  verified: string | null;
  wasReturned: boolean;
  wasReopened: boolean;
  round: number;
  published: string[];
};
type Model = { figures: Figure[]; round: number; reviewBegan: boolean; pending: number[] | null };

type Operation =
  | { do: 'save'; at: number; value: string }
  | { do: 'submit' | 'withdraw' }
  | { do: 'approve'; by: ReviewLevel; at: number[] }
  | { do: 'return'; by: ReviewLevel; at: number[] }
  | { do: 'verify'; by: ReviewLevel; at: number; value: string }
  | { do: 'ask'; at: number[] }
  | { do: 'decide'; grant: boolean };

const at = fc.nat(codes.length - 1);
const several = fc.uniqueArray(at, { minLength: 1, maxLength: codes.length });
const by = fc.constantFrom<ReviewLevel>('unitReviewer', 'departmentReviewer');
const value = fc.integer({ min: 1, max: 9999 }).map(String);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('save' as const), at, value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('submit' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('approve' as const), by, at: several }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), by, at: several }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('verify' as const), by, at, value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), at: several }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), grant: fc.boolean() }) },
);

const freshModel = (): Model => ({
  figures: codes.map(() => ({
    state: null,
    awaits: null,
    value: null,
    verified: null,
    wasReturned: false,
    wasReopened: false,
    round: 0,
    published: [],
  })),
  round: 0,
  reviewBegan: false,
  pending: null,
});

const isWritable = ({ state }: Figure) => state !== 'submitted' && state !== 'approved';

/** The return after an operation; null when the operation must be refused, which changes nothing. */
function expectedModel(before: Model, op: Operation): Model | null {
  const model = structuredClone(before);
  const chosen = 'at' in op && Array.isArray(op.at) ? op.at.map((n) => model.figures[n] as Figure) : [];
  switch (op.do) {
    case 'save': {
      const figure = model.figures[op.at] as Figure;
      if (!isWritable(figure)) return null;
      Object.assign(figure, { value: op.value, state: figure.state ?? 'draft' });
      return model;
    }
    case 'submit': {
      const sent = model.figures.filter(isWritable);
      if (sent.length === 0 || sent.some((figure) => figure.value === null)) return null;
      model.round += 1;
      model.reviewBegan = false;
      for (const figure of sent) {
        Object.assign(figure, { state: 'submitted', awaits: 'unitReviewer', verified: null, round: model.round });
      }
      return model;
    }
    case 'withdraw': {
      const sent = model.figures.filter(({ state, round }) => state === 'submitted' && round === model.round);
      if (sent.length === 0 || model.reviewBegan) return null;
      for (const figure of sent) {
        figure.state = figure.wasReturned ? 'returned' : figure.wasReopened ? 'reopened' : 'draft';
        figure.awaits = null;
      }
      return model;
    }
    case 'approve': {
      if (chosen.some(({ awaits }) => awaits !== op.by)) return null;
      for (const figure of chosen) {
        const isLast = op.by === 'departmentReviewer';
        if (isLast) figure.published.push(figure.verified ?? figure.value ?? '');
        figure.state = isLast ? 'approved' : 'submitted';
        figure.awaits = isLast ? null : 'departmentReviewer';
        figure.wasReturned = false;
      }
      model.reviewBegan = true;
      return model;
    }
    case 'return': {
      if (chosen.some(({ awaits }) => awaits !== op.by)) return null;
      for (const figure of chosen) {
        Object.assign(figure, { state: 'returned', awaits: null, verified: null, wasReturned: true });
      }
      model.reviewBegan = true;
      return model;
    }
    case 'verify': {
      const figure = model.figures[op.at] as Figure;
      if (figure.awaits !== op.by || figure.value === op.value) return null;
      figure.verified = op.value;
      model.reviewBegan = true;
      return model;
    }
    case 'ask': {
      if (chosen.some(({ state }) => state !== 'approved' && state !== 'submitted') || model.pending) return null;
      model.pending = [...op.at];
      return model;
    }
    case 'decide': {
      if (!model.pending) return null;
      for (const n of op.grant ? model.pending : []) {
        const figure = model.figures[n] as Figure;
        if (figure.state === 'approved') Object.assign(figure, { state: 'reopened', wasReopened: true });
        if (figure.state === 'submitted')
          Object.assign(figure, {
            state: 'returned',
            awaits: null,
            verified: null,
            wasReturned: true,
            wasReopened: true,
          });
      }
      model.pending = null;
      return model;
    }
  }
}

type Row = { indicator_code: string; version: number };

/** Performs the operation in the product; returns the kind of the refusal, or null. */
async function done(collectionId: string, op: Operation): Promise<string | null> {
  const rows = await sql<
    Row[]
  >`select indicator_code, version from submission_value where collection_id = ${collectionId}`;
  const [head] = await sql`select version from submission where collection_id = ${collectionId}`;
  const [request] =
    await sql`select number from reopen_request where collection_id = ${collectionId} and state = 'pending'`;
  const key = (n: number) => ({ indicatorCode: codes[n] ?? '', periodCode: period });
  const seenVersion = (n: number) => ({
    ...key(n),
    version: rows.find((row) => row.indicator_code === codes[n])?.version ?? 0,
  });
  const moment = { now: new Date(), database };
  const looked = { collectionId, unitCode };
  const tasks: Record<Operation['do'], () => Promise<unknown>> = {
    save: () => {
      const { at: n, value: typed } = op as Extract<Operation, { do: 'save' }>;
      const entry = { typed, typedYoy: '', note: '', sourceText: '', explanation: '与上期口径一致，已核对' };
      return perform(saveFigures, people.reporter, { ...looked, cells: [{ ...seenVersion(n), entry }] }, moment);
    },
    submit: () => perform(submitReturn, people.reporter, { ...looked, version: head?.version }, moment),
    withdraw: () => perform(withdrawReturn, people.reporter, { ...looked, version: head?.version }, moment),
    approve: () => {
      const { by: role, at: chosen } = op as Extract<Operation, { do: 'approve' }>;
      return perform(approveFigures, people[role], { ...looked, figures: chosen.map(seenVersion) }, moment);
    },
    return: () => {
      const { by: role, at: chosen } = op as Extract<Operation, { do: 'return' }>;
      return perform(
        returnFigures,
        people[role],
        { ...looked, figures: chosen.map(seenVersion), reason: '请核对' },
        moment,
      );
    },
    verify: () => {
      const { by: role, at: n, value: typed } = op as Extract<Operation, { do: 'verify' }>;
      const input = { ...looked, figure: seenVersion(n), typed, reason: '经核实应为此数' };
      return perform(verifyFigure, people[role], input, moment);
    },
    ask: () => {
      const { at: chosen } = op as Extract<Operation, { do: 'ask' }>;
      return perform(askReopening, people.reporter, { ...looked, figures: chosen.map(key), reason: '更正' }, moment);
    },
    decide: () => {
      const isGranted = (op as Extract<Operation, { do: 'decide' }>).grant;
      const input = { ...looked, number: request?.number ?? 1, isGranted, reason: '同意与否' };
      return perform(decideReopening, people.assessmentOffice, input, moment);
    },
  };
  return tasks[op.do]().then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return `${error.kind} ${error.key}`;
    },
  );
}

/** The return in the database, in the terms of the model. */
async function storedReturn(collectionId: string) {
  const rows = await sql`select * from submission_value where collection_id = ${collectionId}`;
  const [head] = await sql`select * from submission where collection_id = ${collectionId}`;
  const published = await sql`select indicator_code, value::text from observation_revision
    where collection_id = ${collectionId} order by revision`;
  const [request] =
    await sql`select figures from reopen_request where collection_id = ${collectionId} and state = 'pending'`;
  return {
    figures: codes.map((code) => {
      const row = rows.find(({ indicator_code }) => indicator_code === code);
      return {
        state: row?.state ?? null,
        awaits: row?.awaits ?? null,
        value: row?.value ?? null,
        verified: row?.approved_value ?? null,
        published: published.filter(({ indicator_code }) => indicator_code === code).map((each) => each.value),
      };
    }),
    round: head?.round,
    reviewBegan: head?.review_began,
    pending: request ? request.figures.length : null,
    state: head?.state,
    counts: [head?.submitted, head?.returned, head?.approved],
  };
}

function modelFacts({ figures, round, reviewBegan, pending }: Model) {
  const count = (state: FigureState) => figures.filter((figure) => figure.state === state).length;
  const counts = [count('submitted'), count('returned'), count('approved')];
  const isAny = figures.some(({ value: held }) => held !== null);
  const state =
    count('returned') + count('reopened') > 0
      ? 'returned'
      : count('submitted') > 0
        ? 'submitted'
        : count('approved') === codes.length
          ? 'approved'
          : isAny
            ? 'draft'
            : 'empty';
  return {
    figures: figures.map(({ wasReturned: _, wasReopened: __, round: ___, ...figure }) => figure),
    round,
    reviewBegan,
    pending: pending?.length ?? null,
    state,
    counts,
  };
}

async function newReturn(): Promise<string> {
  const terms = { title: '演示任务', opensOn: '2020-01-01', dueOn: '2099-01-01', dueTime: '17:30', graceDays: 0 };
  const asked = {
    ...terms,
    reviewChain: ['unitReviewer', 'departmentReviewer'],
    vintage: 'approved',
    instructions: '',
    periodCode: period,
    peerGroupCode: '',
    unitCodes: [unitCode],
    items: codes.map((indicatorCode) => ({ indicatorCode, periodCode: period, isRequired: true })),
  };
  return perform(openCollection, people.assessmentOffice, asked, { now: new Date(), database });
}

let operations = 0;
let refusals = 0;
afterAll(() => console.log(`${operations} operations, ${refusals} of them refused`));

test('after any operations in any order, a return is in the state of the model, and refused where the model refuses', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 60, maxLength: 90, size: 'max' }), async (sequence) => {
      const collectionId = await newReturn();
      let model = freshModel();
      for (const [turn, op] of sequence.entries()) {
        const next = expectedModel(model, op);
        // Most random operations are refused; only a third of those is tried.
        if (next === null && turn % 3 > 0) continue;
        const refused = await done(collectionId, op);
        operations += 1;
        if (refused) refusals += 1;
        expect(refused === null, `${JSON.stringify(op)} after ${JSON.stringify(model)}: ${refused}`).toBe(
          next !== null,
        );
        model = next ?? model;
        expect(await storedReturn(collectionId), JSON.stringify(op)).toEqual(modelFacts(model));
      }
    }),
    { numRuns: many(45, 12), seed: 20261125, endOnFailure: true },
  );
}, 120_000);

test('every step of a figure is in its history, one after another', async () => {
  const broken = await sql`
    select org_unit_code, collection_id from review_event group by 1, 2
    having count(*) <> max(step) or min(step) <> 1`;
  expect(broken).toEqual([]);
  const [{ steps = 0 } = {}] = await sql`select count(*)::int as steps from review_event`;
  expect(steps).toBeGreaterThan(100);
});
