import { describe, expect, test } from 'vitest';
import { originIn } from './origin';
import { rowsOf, slidesOf } from './rows';

const cards = (...widths: number[]) => widths.map((width, at) => ({ key: `c${at}`, width }));
const widths = (rows: { width: number }[][]) => rows.map((row) => row.map(({ width }) => width));

describe('a wall', () => {
  test('fills rows in the order of the cards, and twice as wide screens with twice as many', () => {
    expect(widths(rowsOf(cards(3, 3, 6, 6, 6, 12, 3), 12))).toEqual([[3, 3, 6], [6, 6], [12], [3]]);
    expect(widths(rowsOf(cards(3, 3, 6, 6, 6, 12, 3), 24))).toEqual([
      [3, 3, 6, 6, 6],
      [12, 3],
    ]);
    expect(rowsOf([], 12)).toEqual([]);
  });

  test('a slide takes the rows that fit, and at least one', () => {
    expect(slidesOf([100, 300, 400, 900, 100], 500, 20)).toEqual([[0, 1], [2], [3], [4]]);
    expect(slidesOf([240, 240], 500, 20)).toEqual([[0, 1]]);
    expect(slidesOf([240, 241], 500, 20)).toEqual([[0], [1]]);
    expect(slidesOf([], 500, 20)).toEqual([]);
  });
});

describe('the origin of a site', () => {
  test.each([
    ['https://www.example.org', 'https://www.example.org'],
    [' HTTPS://Example.org:443/ ', 'https://example.org'],
    ['http://10.0.0.7:8080', 'http://10.0.0.7:8080'],
    ['https://例子.中国', 'https://xn--fsqu00a.xn--fiqs8s'],
  ])('%s is %s', (given, origin) => {
    expect(originIn(given)).toBe(origin);
  });

  test.each([
    '*',
    'https://*.example.org',
    'https://*',
    'example.org',
    "https://a.org; script-src 'unsafe-inline'",
    'https://a.org/page',
    'https://a.org?x',
    'https://user@a.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'null',
    'https://[::1]',
    '',
  ])('%s is none', (given) => {
    expect(originIn(given)).toBeNull();
  });
});
