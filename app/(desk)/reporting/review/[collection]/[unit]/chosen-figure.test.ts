import { expect, test } from 'vitest';
import { chosenAt } from './chosen-figure';

const figures = [
  { name: 'a', isMine: true },
  { name: 'b', isMine: true },
  { name: 'c', isMine: false },
];
const chosen = (name: string, wasWaiting: boolean, all = figures) =>
  all[chosenAt(all, (one) => one.name === name, wasWaiting)]?.name;

test('an address chooses its figure, or the first', () => {
  expect([chosen('b', true), chosen('b', false), chosen('', false), chosen('gone', true)]).toEqual([
    'b',
    'b',
    'a',
    'a',
  ]);
});

test('a figure that waited and is decided gives way to one that waits, unless it was asked for as decided', () => {
  expect([chosen('c', true), chosen('c', false)]).toEqual(['a', 'c']);
});

test('a decided figure is shown where none waits any more', () => {
  const decided = figures.map((one) => ({ ...one, isMine: false }));
  expect(chosen('c', true, decided)).toBe('c');
});
