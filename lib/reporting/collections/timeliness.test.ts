import { describe, expect, test } from 'vitest';
import { deadlineOf, isOpenAt, mayWrite, timelinessOf, type Window } from '@/lib/reporting/collections/timeliness';

const at = (text: string) => new Date(`2026-11-${text}+08:00`);
const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
const [opensAt, dueAt, graceUntil] = [at('01T00:00:00'), at('10T17:30:00'), at('13T17:30:00')];
const extended = at('20T12:00:00');
const day = 86_400_000;

const window: Window = { collectionState: 'open', opensAt, dueAt, graceUntil, extendedUntil: null };
const shut: Window = { ...window, collectionState: 'closed' };
const longer: Window = { ...window, extendedUntil: extended };
const nothing = { firstSubmittedAt: null };

describe('how a unit stands with its time', () => {
  test.each([
    ['notOpen', window, later(opensAt, -1)],
    ['running', window, opensAt],
    ['running', window, later(dueAt, -3 * day)],
    ['dueSoon', window, later(dueAt, -3 * day + 1)],
    ['dueSoon', window, dueAt],
    ['late', window, later(dueAt, 1)],
    ['late', window, graceUntil],
    ['overdue', window, later(graceUntil, 1)],
    ['running', longer, later(dueAt, 1)],
    ['running', longer, later(graceUntil, 1)],
    ['dueSoon', longer, extended],
    ['overdue', longer, later(extended, 1)],
    ['ended', shut, later(opensAt, -1)],
    ['ended', shut, dueAt],
    ['overdue', shut, later(dueAt, 1)],
    ['late', { ...longer, extendedUntil: later(dueAt, 1) }, later(dueAt, 2)],
  ] as const)('%s when nothing was sent: %#', (word, of, now) => {
    expect(timelinessOf(of, nothing, now)).toBe(word);
  });

  test.each([
    ['inTime', window, dueAt],
    ['lateDone', window, later(dueAt, 1)],
    ['inTime', longer, extended],
    ['lateDone', longer, later(extended, 1)],
    ['inTime', { ...window, extendedUntil: opensAt }, dueAt],
    ['inTime', shut, dueAt],
  ] as const)('%s once it was sent, whenever one looks: %#', (word, of, firstSubmittedAt) => {
    for (const now of [firstSubmittedAt, later(extended, 400 * day)]) {
      expect(timelinessOf(of, { firstSubmittedAt }, now)).toBe(word);
    }
  });
});

test('an exception that ends before the deadline takes nothing away', () => {
  expect(deadlineOf({ ...window, extendedUntil: opensAt })).toEqual(dueAt);
  expect(isOpenAt({ ...window, extendedUntil: opensAt }, graceUntil)).toBe(true);
});

test('first figures are taken from the opening to the end of grace or of the exception, to the millisecond', () => {
  expect([later(opensAt, -1), opensAt, graceUntil, later(graceUntil, 1)].map((now) => isOpenAt(window, now))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect([extended, later(extended, 1)].map((now) => isOpenAt(longer, now))).toEqual([true, false]);
  expect(isOpenAt(shut, opensAt)).toBe(false);
});

describe('what may be written', () => {
  test.each(['returned', 'reopened'] as const)('what was %s at any time, even after the end', (state) => {
    expect(mayWrite(shut, state, later(graceUntil, 400 * day))).toBe(true);
  });

  test.each([null, 'draft'] as const)('%s while the time runs alone', (state) => {
    expect(mayWrite(window, state, graceUntil)).toBe(true);
    expect(mayWrite(window, state, later(graceUntil, 1))).toBe(false);
    expect(mayWrite(shut, state, dueAt)).toBe(false);
  });

  test.each(['submitted', 'approved'] as const)('%s never', (state) => {
    expect(mayWrite(window, state, dueAt)).toBe(false);
  });
});
