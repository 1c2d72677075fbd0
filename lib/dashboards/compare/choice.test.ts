import { expect, test } from 'vitest';
import { Asked, addressOf, choiceOf } from './choice';
import type { Choices } from './words';

const unit = (code: string) => ({ code, nameZh: code, nameEn: code, kind: 'city' as const });
const comparedIndicator = (code: string) => ({
  code,
  nameZh: code,
  nameEn: code,
  topicCode: 'economy',
  unitZh: '',
  unitEn: '',
  measure: 'amount' as const,
  direction: 'higher' as const,
  redefined: [],
});
const choices: Choices = {
  units: ['320100', '320600', '320613'].map(unit),
  indicators: ['GDP', 'GDP_1', 'TEU'].map(comparedIndicator),
  topics: [],
  periods: ['2022', '2021'],
};
const opening = { units: ['320100', '320200', '320600'], indicators: ['GDP', 'GDP_1'], periods: ['2022'] };
const read = (query: string) => {
  const found: Record<string, string | string[]> = {};
  for (const key of new URLSearchParams(query).keys()) {
    const [first = '', ...more] = new URLSearchParams(query).getAll(key);
    found[key] = more.length > 0 ? [first, ...more] : first;
  }
  return choiceOf(Asked.parse(found), choices, opening);
};

test('without an address it opens with the first comparison of the place, as far as the catalogue has it', () => {
  const { choice, ignored } = read('');
  expect(choice.units).toEqual(['320100', '320600']);
  expect(choice.indicators).toEqual(['GDP', 'GDP_1']);
  expect(ignored).toEqual([]);
});

test('a list is joined in a link or repeated in a form, and read in the official order', () => {
  expect(read('units=320613,320600').choice.units).toEqual(['320600', '320613']);
  expect(read('units=320613&units=320600').choice.units).toEqual(['320600', '320613']);
});

test('unknown codes are named and left out', () => {
  const { choice, ignored } = read('units=320600,999&indicators=nothing&view=globe&order=up');
  expect(choice).toMatchObject({ units: ['320600'], indicators: ['GDP', 'GDP_1'], view: 'table', order: 'desc' });
  expect(ignored).toEqual(['999', 'nothing']);
});

test('the address of a choice is read back as the same choice', () => {
  const { choice } = read('units=320600&indicators=GDP,TEU&periods=2021&transpose=1&view=chart&sort=320600&order=asc');
  expect(read(addressOf(choice).split('?')[1] ?? '').choice).toEqual(choice);
});

test('a list of which nothing was chosen is named, and shows the opening choice', () => {
  expect(read('').unchosen).toEqual([]);
  expect(read('view=table').unchosen).toEqual(['units', 'indicators', 'periods']);
  const { choice, unchosen } = read('view=table&indicators=TEU&periods=2021');
  expect(unchosen).toEqual(['units']);
  expect(choice.units).toEqual(['320100', '320600']);
  expect(read('units=320600&indicators=GDP&periods=2022').unchosen).toEqual([]);
});
