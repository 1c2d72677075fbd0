import { expect, test } from 'vitest';
import { isTakenIn, stepFault } from '@/lib/monitoring/follow-ups/steps';
import { type FollowUp, followUpStates, followUpSteps, type Step } from '@/lib/monitoring/follow-ups/words';

/** What may be done in each state, as the rules of the office say it. */
const allowed: Readonly<Record<(typeof followUpStates)[number], string>> = {
  raised: 'remark edit assign drop merge absorb grantExtension declineExtension',
  assigned: 'remark sign drop askExtension grantExtension declineExtension merge absorb transfer',
  signed: 'remark plan askExtension grantExtension declineExtension merge absorb transfer',
  working: 'remark plan note attach report askExtension grantExtension declineExtension merge absorb transfer',
  reported: 'remark check grantExtension declineExtension',
  checking: 'remark sendBack close grantExtension declineExtension',
  closed: '',
  merged: '',
  dropped: '',
};

test.each(followUpStates)('in the state %s there are its steps and no others', (state) => {
  const taken = followUpSteps.filter((kind) => isTakenIn(state, kind));
  expect(taken.toSorted()).toEqual(allowed[state].split(' ').filter(Boolean).toSorted());
});

const held: FollowUp = {
  ...{
    title: '甲区项目滞后',
    matter: '追上序时进度',
    unit: 'JIA',
    assisting: [],
    dueOn: '2026-06-30',
    condition: null,
  },
  ...{
    origin: { kind: 'hand', note: '' },
    measures: '',
    reportedBy: 'u1',
    extension: null,
    mergedInto: null,
    version: 3,
  },
  state: 'working',
};
const fault = (step: Step, more: Partial<FollowUp> = {}, actor = 'u2', today = '2026-06-10') =>
  stepFault({ ...held, ...more }, step, { actor, today });

test('who reported neither checks, sends back nor closes', () => {
  expect(fault({ kind: 'check' }, { state: 'reported' }, 'u1')).toBe('ownReport');
  expect(fault({ kind: 'sendBack' }, { state: 'checking' }, 'u1')).toBe('ownReport');
  expect(fault({ kind: 'close', metBy: null, despite: false }, { state: 'checking' }, 'u1')).toBe('ownReport');
  expect(fault({ kind: 'close', metBy: null, despite: false }, { state: 'checking' })).toBeNull();
});

test('an extension is later than the due date and than yesterday, asked once, and decided by another person', () => {
  const ask = (until: string) => ({ kind: 'askExtension', until }) as const;
  expect(fault(ask('2026-06-30'))).toBe('notLater');
  expect(fault(ask('2026-07-01'))).toBeNull();
  expect(fault(ask('2026-07-01'), {}, 'u2', '2026-07-02')).toBe('notLater');
  expect(fault(ask('2026-07-02'), {}, 'u2', '2026-07-02')).toBeNull();
  const extension = { until: '2026-07-01', reason: '雨季', by: 'u2' };
  expect(fault(ask('2026-07-02'), { extension })).toBe('asked');
  expect(fault({ kind: 'declineExtension' }, { extension })).toBe('ownAsk');
  expect(fault({ kind: 'declineExtension' }, { extension }, 'u3')).toBeNull();
  expect(fault({ kind: 'declineExtension' })).toBe('notAsked');
});

test('nothing is assigned with a due date that is over, and the due date itself is not over', () => {
  expect(fault({ kind: 'assign' }, { state: 'raised' }, 'u2', '2026-06-30')).toBeNull();
  expect(fault({ kind: 'assign' }, { state: 'raised' }, 'u2', '2026-07-01')).toBe('pastDue');
});
