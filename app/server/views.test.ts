import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { viewAt } from '@/lib/access/viewed';

const desk = join(import.meta.dirname, '..', '(desk)');
const pages = readdirSync(desk, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) => ({
    address: `/${file.replace(/\/?page\.tsx$/, '').replaceAll(/\[(\w+)\]/g, '$1')}`,
    source: readFileSync(join(desk, file), 'utf8'),
  }));

test('a page asks for the permission that its address has in the table', () => {
  const asked = pages.flatMap(({ address, source }) => {
    const [, view] = /principalFor\('(\w+)'\)/.exec(source) ?? [];
    return view ? [{ address, view }] : [];
  });
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter(({ address, view }) => viewAt(address) !== view)).toEqual([]);
});

test('a page without permission to ask for is published', () => {
  const open = pages.filter(({ source }) => !/principalFor\('/.test(source)).map(({ address }) => address);
  expect(open.filter((address) => viewAt(address) !== 'published')).toEqual([]);
});
