import { expect, test } from 'vitest';
import { ownPath, pathHere } from '@/lib/access/start-path';

test.each([
  ['/catalogue/units', '/catalogue/units'],
  ['/catalogue/units?q=%E5%8D%97#top', '/catalogue/units?q=%E5%8D%97#top'],
  ['/指标?q=南通', '/%E6%8C%87%E6%A0%87?q=%E5%8D%97%E9%80%9A'],
  ['/a/../b', '/b'],
  ['/\ud800', '/%EF%BF%BD'],
])('%s is a valid address, as %s', (asked, path) => {
  expect(pathHere(asked)).toBe(path);
});

test.each([
  ['', 'a', 'https://evil.example', 'javascript:alert(1)', '//evil.example', '/\\evil.example', '\\\\evil.example'],
  ['/\t/evil.example', '/\n/evil.example', '/\r\\evil.example', ' //evil.example', '///evil.example', '//'],
  ['/..//evil.example', '/.//evil.example', '/a/..//evil.example', '/%2e%2e//evil.example', '//%', '//a:b@evil'],
])('an address outside the product is refused: %j', (...asked) => {
  for (const one of asked) {
    const path = pathHere(one);
    // The address that a browser resolves on a page of the product.
    expect(path === null || new URL(path, 'https://ours.example/x').origin, one).toSatisfy(
      (origin) => origin === true || origin === 'https://ours.example',
    );
    expect(ownPath(one, '/workbench')).toBe('/workbench');
  }
});

test('a sign-in does not lead back to itself', () => {
  expect(ownPath('/sign-in?next=/', '/')).toBe('/');
  expect(ownPath('/x/../sign-in', '/')).toBe('/');
});
