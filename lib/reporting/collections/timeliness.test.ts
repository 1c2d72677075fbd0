import { describe, expect, test } from 'vitest';
import { deadlineOf, isOpenAt, mayWrite, timelinessOf, type Window } from '@/lib/reporting/collections/timeliness';

const at = (text: string) => new Date(`2026-11-${text}+08:00`);
const laterBy = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
const [opensAt, dueAt, graceUntil] = [at('01T00:00:00'), at('10T17:30:00'), at('13T17:30:00')];
const extended = at('20T12:00:00');
const day = 86_400_000;

const window: Window = { collectionState: 'open', opensAt, dueAt, graceUntil, extendedUntil: null };
const shut: Window = { ...window, collectionState: 'closed' };
const longer: Window = { ...window, extendedUntil: extended };
const nothing = { firstSubmittedAt: null };

describe('the timeliness of a unit', () => {
  test.each([
    ['notOpen', window, laterBy(opensAt, -1)],
    ['running', window, opensAt],
    ['running', window, laterBy(dueAt, -3 * day)],
    ['dueSoon', window, laterBy(dueAt, -3 * day + 1)],
    ['dueSoon', window, dueAt],
    ['late', window, laterBy(dueAt, 1)],
    ['late', window, graceUntil],
    ['overdue', window, laterBy(graceUntil, 1)],
    ['running', longer, laterBy(dueAt, 1)],
    ['running', longer, laterBy(graceUntil, 1)],
    ['dueSoon', longer, extended],
    ['overdue', longer, laterBy(extended, 1)],
    ['ended', shut, laterBy(opensAt, -1)],
    ['ended', shut, dueAt],
    ['overdue', shut, laterBy(dueAt, 1)],
    ['late', { ...longer, extendedUntil: laterBy(dueAt, 1) }, laterBy(dueAt, 2)],
  ] as const)('is %s without a submission: %#', (word, of, now) => {
    expect(timelinessOf(of, nothing, now)).toBe(word);
  });

  test.each([
    ['inTime', window, dueAt],
    ['lateDone', window, laterBy(dueAt, 1)],
    ['inTime', longer, extended],
    ['lateDone', longer, laterBy(extended, 1)],
    ['inTime', { ...window, extendedUntil: opensAt }, dueAt],
    ['inTime', shut, dueAt],
  ] as const)('is %s after a submission, at every later moment: %#', (word, of, firstSubmittedAt) => {
    for (const now of [firstSubmittedAt, laterBy(extended, 400 * day)]) {
      expect(timelinessOf(of, { firstSubmittedAt }, now)).toBe(word);
    }
  });
});

test('is not reduced by an exception that ends before the deadline', () => {
  expect(deadlineOf({ ...window, extendedUntil: opensAt })).toEqual(dueAt);
  expect(isOpenAt({ ...window, extendedUntil: opensAt }, graceUntil)).toBe(true);
});

test('allows first figures from the opening to the end of grace or of the exception, to the millisecond', () => {
  expect(
    [laterBy(opensAt, -1), opensAt, graceUntil, laterBy(graceUntil, 1)].map((now) => isOpenAt(window, now)),
  ).toEqual([false, true, true, false]);
  expect([extended, laterBy(extended, 1)].map((now) => isOpenAt(longer, now))).toEqual([true, false]);
  expect(isOpenAt(shut, opensAt)).toBe(false);
});

describe('a figure', () => {
  test.each(['returned', 'reopened'] as const)('that was %s may be written even after the end', (state) => {
    expect(mayWrite(shut, state, laterBy(graceUntil, 400 * day))).toBe(true);
  });

  test.each([null, 'draft'] as const)('that is %s may be written only while the time runs', (state) => {
    expect(mayWrite(window, state, graceUntil)).toBe(true);
    expect(mayWrite(window, state, laterBy(graceUntil, 1))).toBe(false);
    expect(mayWrite(shut, state, dueAt)).toBe(false);
  });

  test.each(['submitted', 'approved'] as const)('that is %s may never be written', (state) => {
    expect(mayWrite(window, state, dueAt)).toBe(false);
  });
});
