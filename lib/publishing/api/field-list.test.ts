import { expect, test } from 'vitest';
import { listedFields } from '@/lib/publishing/api/field-list';
import { describedOperations } from '@/lib/publishing/api/openapi';

test('the fields of an answer are listed under their paths, with types in a few words', () => {
  const figures = describedOperations('en').find(({ name }) => name === 'figures');
  const kinds = new Map(listedFields(figures?.answer ?? {}).map(({ path, kind }) => [path, kind]));
  expect(kinds.get('data')).toBe('array');
  expect(kinds.get('next')).toBe('string?');
  expect(kinds.get('data[].value')).toBe('string');
  expect(kinds.get('data[].decimals')).toBe('integer');
  expect(kinds.get('data[].vintage')).toBe('flash | preliminary | approved | final');
  expect(kinds.get('data[].recorded_at')).toBe('date-time');
  expect(kinds.get('data[].source.url')).toBe('string?');
});
