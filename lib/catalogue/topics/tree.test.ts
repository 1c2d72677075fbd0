import { expect, test } from 'vitest';
import { inTreeOrder, movedAfter, withBelow } from '@/lib/catalogue/topics/tree';

const topic = (code: string, parentCode: string | null, sortOrder: number) => ({ code, parentCode, sortOrder });
const topics = [
  topic('B', null, 2),
  topic('A2', 'A', 9),
  topic('A', null, 1),
  topic('A1', 'A', 3),
  topic('A1X', 'A1', 4),
];

test('topics stand in the order of their tree, with their depth', () => {
  expect(inTreeOrder(topics).map(({ code, depth }) => `${depth}${code}`)).toEqual(['0A', '1A1', '2A1X', '1A2', '0B']);
});

test('a topic without its parent is a topmost one', () => {
  expect(inTreeOrder([topic('A1', 'A', 1)]).map(({ code, depth }) => `${depth}${code}`)).toEqual(['0A1']);
});

test('what is below a topic is found at every depth', () => {
  expect(withBelow(topics, 'A').sort()).toEqual(['A', 'A1', 'A1X', 'A2']);
  expect(withBelow(topics, 'X')).toEqual([]);
});

test('a topic moves to the place after a sister, or to the first', () => {
  expect(movedAfter(['A', 'B', 'C'], 'C', 'A')).toEqual(['A', 'C', 'B']);
  expect(movedAfter(['A', 'B', 'C'], 'C', '')).toEqual(['C', 'A', 'B']);
  expect(movedAfter(['A', 'B'], 'N', 'B')).toEqual(['A', 'B', 'N']);
});
