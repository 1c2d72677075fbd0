import { expect, test } from 'vitest';
import { endsVerified, stepWord } from '@/lib/reporting/step-word';
import type { ReviewStep } from '@/lib/reporting/words';

test('a recorded 核定数 is told as one, and one that was taken back as that', () => {
  expect(stepWord('verified', true)).toBe('verified');
  expect(stepWord('verified', false)).toBe('unverified');
  expect(stepWord('returned', false)).toBe('returned');
});

test.each<[ReviewStep, ReviewStep[], boolean]>([
  ['returned', ['verified', 'submitted'], true],
  ['passed', ['verified', 'submitted'], false],
  ['undone', ['returned', 'verified', 'submitted'], false],
  ['reopened', ['reopenAsked', 'verified', 'submitted'], true],
  ['reopened', ['reopenAsked', 'approved', 'verified', 'submitted'], false],
  ['reopened', ['reopenAsked', 'verified', 'undone', 'returned', 'submitted'], true],
])('%s after %s ends a 核定数: %s', (kind, earlier, ends) => {
  expect(
    endsVerified(
      kind,
      earlier.map((one) => ({ kind: one })),
    ),
  ).toBe(ends);
});
