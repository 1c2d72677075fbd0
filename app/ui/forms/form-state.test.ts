import { expect, test } from 'vitest';
import { faultsIn, freshForm } from './form-state';

const refused = { status: 'refused', message: 'the first', values: {}, at: 1 } as const;
const three = ['code', 'name', 'order'].map((field) => ({ field, message: `${field} is not as required` }));

test('a form with three bad fields has three messages', () => {
  expect(faultsIn({ ...refused, field: 'code', faults: three })).toEqual(three);
});

test('an answer that names one field alone has its message at that field', () => {
  expect(faultsIn({ ...refused, field: 'code' })).toEqual([{ field: 'code', message: 'the first' }]);
});

test('a fault without a field is shown at none', () => {
  expect(faultsIn({ ...refused, faults: [] })).toEqual([]);
  expect(faultsIn(freshForm)).toEqual([]);
});
