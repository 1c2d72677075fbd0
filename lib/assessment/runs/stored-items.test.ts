import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packed, unpacked } from '@/db/schema/packed';
import { itemsStored, storedItems } from '@/lib/assessment/runs/stored-items';
import { assess } from '@/lib/assessment/scoring/assess';
import { anyInputs, anyScheme } from '@/lib/assessment/scoring/testing-generators';
import { many } from '@/lib/testing/many';

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test('the items of any run come back from their stored form as the engine gave them', () => {
  const seen = { terms: 0, notes: 0, none: 0 };
  fc.assert(
    fc.property(anyScheme, anyInputs, (scheme, inputs) => {
      for (const { items } of assess(scheme, inputs).units) {
        expect(itemsStored(throughJson(storedItems(items)))).toStrictEqual(throughJson(items));
        for (const { terms, notes, share } of items) {
          if (terms) seen.terms += 1;
          if (notes) seen.notes += 1;
          if (share === null) seen.none += 1;
        }
      }
    }),
    { numRuns: many(1500, 300) },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});

test('a packed list comes back as it was, whatever its objects have alike', () => {
  const held = fc.constantFrom<unknown>('', 'a', '0', 0, 1, null, '{"a":1}', '演示');
  fc.assert(
    fc.property(fc.array(fc.record({ value: held, count: held, alike: held }, { noNullPrototype: true })), (rows) => {
      expect(unpacked(throughJson(packed(rows)))).toStrictEqual(rows);
    }),
    { numRuns: many(5000, 500) },
  );
  expect(packed([])).toEqual({ count: 0, alike: {}, each: {} });
});
