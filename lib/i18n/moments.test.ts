import { expect, test } from 'vitest';
import { endOfMinute, momentField, momentIn } from './moments';

test('a minute of a form is one of Shanghai, and holds all that was recorded within it', () => {
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
