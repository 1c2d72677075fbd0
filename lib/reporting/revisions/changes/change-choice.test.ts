import { expect, test } from 'vitest';
import { ChangeAddress, changeQuery, stretchOf } from './change-choice';

const now = new Date('2026-11-25T02:30:15Z');
const stretch = (asked: object) => {
  const { since, until, range, ignored } = stretchOf(ChangeAddress.parse(asked), now);
  return [since.toISOString(), until.toISOString(), range, ...ignored.map(({ key }) => key)];
};

test.each<[string, object, unknown[]]>([
  ['nothing asked', {}, ['2026-11-18T02:30:15.000Z', '2026-11-25T02:30:15.000Z', 'week']],
  [
    'today, which begins in Shanghai',
    { range: 'today' },
    ['2026-11-24T16:00:00.000Z', '2026-11-25T02:30:15.000Z', 'today'],
  ],
  ['a month', { range: 'month' }, ['2026-10-26T02:30:15.000Z', '2026-11-25T02:30:15.000Z', 'month']],
  ['one’s own start', { since: '2026-11-01T12:00' }, ['2026-11-01T04:00:00.000Z', '2026-11-25T02:30:15.000Z', null]],
  [
    'both ends, the last minute whole',
    { since: '2026-11-01T12:00', until: '2026-11-01T12:00' },
    ['2026-11-01T04:00:00.000Z', '2026-11-01T04:00:59.999Z', null],
  ],
  ['an end alone', { until: '2026-11-10T12:00' }, ['2026-11-03T04:00:59.999Z', '2026-11-10T04:00:59.999Z', 'week']],
  ['no moment', { since: 'x' }, ['2026-11-18T02:30:15.000Z', '2026-11-25T02:30:15.000Z', 'week', 'ignoredTime']],
  ['no moment at the end', { until: ['a', 'b'] }, ['2026-11-18T02:30:15.000Z', '2026-11-25T02:30:15.000Z', 'week']],
  [
    'the wrong way round',
    { since: '2026-11-02T12:00', until: '2026-11-01T12:00' },
    ['2026-10-25T04:00:59.999Z', '2026-11-01T04:00:59.999Z', 'week', 'wrongOrder'],
  ],
])('%s', (_name, asked, expected) => {
  expect(stretch(asked)).toEqual(expected);
});

test('an address leaves out empty parameters', () => {
  expect(changeQuery(ChangeAddress.parse({}))).toBe('');
  const asked = ChangeAddress.parse({ range: 'today', unit: '甲区', kind: 'new', page: '3' });
  expect(new URLSearchParams(changeQuery(asked, { page: 2 })).get('page')).toBe('2');
  expect(changeQuery(asked, { unit: undefined })).toBe('?range=today&kind=new');
});
