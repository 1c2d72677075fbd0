import { expect, test } from 'vitest';
import { isTakenIn, stepFault } from '@/lib/assessment/appeals/steps';
import { type Appeal, type AppealStep, appealStates, appealSteps } from '@/lib/assessment/appeals/words';

/** What may be done in each state, as the rules of the office say it. */
const allowed: Readonly<Record<(typeof appealStates)[number], string>> = {
  filed: 'attach accept reject withdraw',
  accepted: 'attach decide withdraw',
  rejected: '',
  decided: 'askReview settle close',
  reviewing: 'attach decideReview',
  reviewed: 'settle close',
  closed: '',
  withdrawn: '',
};

test.each(appealStates)('in the state %s there are its steps and no others', (state) => {
  const taken = appealSteps.filter((kind) => isTakenIn(state, kind));
  expect(taken.toSorted()).toEqual(allowed[state].split(' ').filter(Boolean).toSorted());
});

const held: Appeal = {
  ...{ run: 'r', unit: 'U1', about: [''], grounds: '', asks: '', state: 'decided', outcome: 'dismissed' },
  ...{ reviewUntil: '2026-04-10', remedy: null, actors: ['jia', 'o1', 'o2'], version: 3 },
};
const fault = (kind: AppealStep, more: Partial<Appeal> = {}, actor = 'o3', today = '2026-04-01') =>
  stepFault({ ...held, ...more }, kind, { actor, today, publisher: 'p' });

test('who took an earlier step neither accepts, rejects nor decides, and who published the run neither rejects nor decides', () => {
  for (const [kind, state] of [
    ['accept', 'filed'],
    ['reject', 'filed'],
    ['decide', 'accepted'],
    ['decideReview', 'reviewing'],
  ] as const) {
    for (const actor of held.actors) expect(fault(kind, { state }, actor), `${kind} ${actor}`).toBe('ownStep');
    expect(fault(kind, { state }), kind).toBeNull();
  }
  expect(fault('reject', { state: 'filed' }, 'p')).toBe('ownPublication');
  expect(fault('decide', { state: 'accepted' }, 'p')).toBe('ownPublication');
  expect(fault('decideReview', { state: 'reviewing' }, 'p')).toBe('ownPublication');
  expect(fault('accept', { state: 'filed' }, 'p')).toBeNull();
});

test('a review is asked for until its last day, and nothing is closed before that is over', () => {
  expect(fault('askReview', {}, 'jia', '2026-04-10')).toBeNull();
  expect(fault('askReview', {}, 'jia', '2026-04-11')).toBe('reviewOver');
  expect(fault('close', {}, 'o1', '2026-04-10')).toBe('reviewOpen');
  expect(fault('close', {}, 'o1', '2026-04-11')).toBeNull();
  expect(fault('close', { state: 'reviewed' })).toBeNull();
});

test('what was upheld is closed once it is recorded what it led to, and what was dismissed led to nothing', () => {
  const remedy = { kind: 'run', id: 'r2' } as const;
  for (const outcome of ['upheld', 'partly'] as const) {
    expect(fault('close', { state: 'reviewed', outcome })).toBe('noRemedy');
    expect(fault('close', { state: 'reviewed', outcome, remedy })).toBeNull();
    expect(fault('settle', { outcome })).toBeNull();
  }
  expect(fault('settle')).toBe('nothingToSettle');
});
