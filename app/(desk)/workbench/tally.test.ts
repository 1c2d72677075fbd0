import { expect, test } from 'vitest';
import { tallyIn } from './tally';

test('a count says what it counts', () => {
  expect(tallyIn('zh-CN')('待填', 'tasks', 11)).toEqual({ label: '待填', count: 11, counted: '11 项任务' });
  expect(tallyIn('en')('To fill in', 'tasks', 1).counted).toBe('1 task');
  expect(tallyIn('en')('To fill in', 'figures', 1200).counted).toBe('1,200 figures');
});
