import { expect, test } from 'vitest';
import { read, sources } from '@/lib/testing/house-files';

/** The first thing inside each status of a file. */
const insideStatus = (file: string) =>
  [...read(file).matchAll(/role="status"(?:[^>]|=>)*>\s*(\S.{0,40})/g)].map(([, first = '']) => first);
const areas = /^app\/(\(desk\)\/(reporting\/(import|entry|collections)|assessment\/schemes)|ui\/shell)\/.*\.tsx$/;

test('the words of a status are elements of their own, so that a translated page can change them', () => {
  const files = sources.filter((file) => areas.test(file) && /^['"]use client/.test(read(file)));
  const found = files.flatMap((file) => insideStatus(file).map((first) => ({ file, first })));
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter(({ first }) => !/^(<|\{[\w.]+ && <)/.test(first))).toEqual([]);
});
