import { expect, test } from 'vitest';
import type { Vintage } from '@/lib/observations/words';
import { timelineOf } from './timeline';
import type { FigureHistory, FigureRevision, FigureStep } from './words';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute));

const revision = (number: number, minute: number, value: string, vintage: Vintage, sourceCode = 'demo') =>
  ({
    indicatorCode: 'DEMO',
    orgUnitCode: 'JIA',
    periodCode: '2026-M09',
    revision: number,
    value,
    decimals: 0,
    qualifier: 'exact',
    qualifierPrinted: '',
    vintage,
    reportedYoy: null,
    periodPrinted: '',
    note: '演示数据',
    citation: { sourceCode, sourceTitle: '演示数据', publisher: '', locator: '', quote: '' },
    reason: '',
    recordedAt: at(minute),
    by: { kind: 'system' },
    collection: null,
  }) satisfies FigureRevision;

const step = (number: number, minute: number) =>
  ({ step: number, kind: 'approved', at: at(minute), collection: { id: 'c', title: '' } }) as FigureStep;

function timelineTexts(revisions: FigureRevision[], steps: FigureStep[] = []): string[] {
  const history = { indicator: { measure: 'amount' }, revisions, steps } as unknown as FigureHistory;
  return timelineOf(history).map((entry) =>
    entry.kind === 'step'
      ? `step ${entry.step.step}`
      : `${entry.revision.revision} ${entry.standing} ${entry.differs?.join('+') ?? 'first'} ${entry.difference?.change ?? '—'}`,
  );
}

test('each value is compared with the one that pages showed before it, not with one that they never showed', () => {
  expect(
    timelineTexts([
      revision(1, 1, '100', 'flash'),
      revision(2, 2, '110', 'approved'),
      revision(3, 3, '90', 'flash'),
      revision(4, 4, '121', 'approved'),
      revision(5, 5, '121', 'final', 'other'),
    ]),
  ).toEqual([
    '1 replaced first —',
    '2 replaced value+vintage 10.0',
    '3 keptOut value+vintage -18.2',
    '4 replaced value 10.0',
    '5 current vintage+source 0.0',
  ]);
});

test('steps are among the values by their time, and before the value that they brought', () => {
  const revisions = [revision(1, 1, '100', 'flash'), revision(2, 5, '110', 'approved')];
  expect(timelineTexts(revisions, [step(1, 3), step(2, 5)]).map((line) => line.slice(0, 6))).toEqual([
    '1 repl',
    'step 1',
    'step 2',
    '2 curr',
  ]);
  expect(timelineTexts([], [step(1, 3)])).toEqual(['step 1']);
});
