import { expect, test } from 'vitest';
import { shownAt } from '@/lib/observations/shown-at';
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
    citation: {
      ...{ sourceCode, sourceTitle: '演示数据', publisher: '', publishedOn: null },
      ...{ sourceWithdrawn: null, locator: '', quote: '' },
    },
    reason: '',
    isWithdrawal: false,
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

test('a withdrawal ends what was shown, and only what follows it is shown again', () => {
  const withdrawal = { ...revision(3, 3, '110', 'approved'), isWithdrawal: true };
  const history = [revision(1, 1, '100', 'flash'), revision(2, 2, '110', 'approved'), withdrawal];
  expect(timelineTexts(history)).toEqual([
    '1 replaced first —',
    '2 replaced value+vintage 10.0',
    '3 withdrawal first —',
  ]);
  expect(shownAt(history, at(2))?.revision).toBe(2);
  expect(shownAt(history, at(9))).toBeNull();
  expect(timelineTexts([...history, revision(4, 3, '100', 'flash')]).at(-1)).toBe('4 current first —');
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
