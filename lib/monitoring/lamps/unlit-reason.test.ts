import { expect, test } from 'vitest';
import { yearCurve } from '@/lib/monitoring/progress/year-curve';
import { unlitReason } from './unlit-reason';

const level = { adds: false, target: 80, plan: null, earlier: [] };

test('says why there is no lamp: no target, no beginning of a level, or the rules', () => {
  expect(unlitReason({ target: null, curve: null })).toBe('noTarget');
  expect(unlitReason({ target: '80', curve: yearCurve({ ...level, last: null }) })).toBe('noBeginning');
  expect(unlitReason({ target: '80', curve: yearCurve({ ...level, last: 70 }) })).toBe('noRule');
});
