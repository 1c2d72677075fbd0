import { expect, test } from 'vitest';
import { endOfMinute, momentField, momentIn, pastMoment, startOfDay } from './moments';

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
