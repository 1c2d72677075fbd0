import { expect, test } from 'vitest';
import { daysBetween, distanceBetween, endOfMinute, momentField, momentIn, pastMoment, startOfDay } from './moments';

test('a minute in a form is one of Shanghai, and includes all that was recorded within it', () => {
  expect(momentIn('2026-11-01T12:00')?.toISOString()).toBe('2026-11-01T04:00:00.000Z');
  expect(endOfMinute('2026-11-01T12:00')?.toISOString()).toBe('2026-11-01T04:00:59.999Z');
  expect(momentField(new Date('2026-10-31T16:05:30Z'))).toBe('2026-11-01T00:05');
});

test.each(['', '2026-11-01', '2026-02-30T12:00', '2026-13-01T12:00', '2026-11-01T25:00', '2026-11-01T12:00Z', 'now'])(
  '%s is no minute',
  (text) => {
    expect(momentIn(text)).toBeNull();
    expect(endOfMinute(text)).toBeNull();
  },
);

test('only past moments are accepted for looking back', () => {
  const now = new Date('2026-11-25T02:30:15Z');
  expect(pastMoment('2026-11-25T10:29', now)?.toISOString()).toBe('2026-11-25T02:29:59.999Z');
  expect(pastMoment('2026-11-25T10:30', now)).toBeNull();
  expect(pastMoment('yesterday', now)).toBeNull();
  expect(pastMoment(undefined, now)).toBeNull();
});

test('a day begins at midnight in Shanghai, and so does the day after it', () => {
  expect(startOfDay('2026-11-01').toISOString()).toBe('2026-10-31T16:00:00.000Z');
  expect(startOfDay('2026-11-01', { after: true }).toISOString()).toBe('2026-11-01T16:00:00.000Z');
});

const at = (text: string) => new Date(`${text}:00+08:00`);

test('days are those of the calendar in Shanghai, not spans of 24 hours', () => {
  // Submitted on the 28th at eleven, looked at on the 29th before five in the morning.
  expect(daysBetween(at('2026-11-28T11:00'), at('2026-11-29T04:46'))).toBe(1);
  expect(daysBetween(at('2026-11-29T00:01'), at('2026-11-29T23:59'))).toBe(0);
  expect(daysBetween(at('2026-11-28T23:59'), at('2026-11-29T00:00'))).toBe(1);
  expect(daysBetween(at('2026-11-29T00:00'), at('2026-11-28T23:59'))).toBe(-1);
});

test('a deadline is as many days away as the calendar says, and hours away within one', () => {
  const now = at('2026-11-30T17:41');
  expect(distanceBetween(now, at('2026-12-02T17:30'))).toEqual({ unit: 'Days', count: 2 });
  expect(distanceBetween(now, at('2026-12-02T00:00'))).toEqual({ unit: 'Days', count: 2 });
  expect(distanceBetween(now, at('2026-12-01T17:41'))).toEqual({ unit: 'Days', count: 1 });
  expect(distanceBetween(now, at('2026-12-01T17:30'))).toEqual({ unit: 'Hours', count: 23 });
  expect(distanceBetween(now, at('2026-11-30T17:41'))).toEqual({ unit: 'Minutes', count: 1 });
  expect(distanceBetween(now, at('2026-11-28T18:00'))).toEqual({ unit: 'Days', count: 2 });
});
