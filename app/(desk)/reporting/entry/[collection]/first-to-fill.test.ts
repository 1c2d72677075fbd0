import { expect, test } from 'vitest';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { checkedFigure } from '@/lib/testing/checked-figures';
import { cellsOf } from './cells';
import { firstToFill } from './first-to-fill';

const ofForm = (one: ReturnType<typeof checkedFigure>, more: Partial<FormFigure>) =>
  ({ ...one, version: 0, evidence: null, state: null, canWrite: true, ...more }) as unknown as FormFigure;

test('the first to fill in is asked for and empty, else returned, else empty', () => {
  const at = (code: string, typed: string, more: Partial<FormFigure> = {}) =>
    ofForm(checkedFigure(typed, { of: { code } }), more);
  const first = (...figures: FormFigure[]) => firstToFill(figures, cellsOf(figures));
  const [optional, returned] = [{ isRequired: false }, { state: 'returned' as const }];
  expect(first(at('A', '1'), at('B', ' ', optional), at('C', ''))).toBe(2);
  expect(first(at('A', '', { canWrite: false }), at('B', '', optional), at('C', '5', returned))).toBe(2);
  expect(first(at('A', '1'), at('B', '', optional))).toBe(1);
  expect(first(at('A', '1'))).toBe(-1);
});
