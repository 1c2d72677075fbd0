import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressPart } from '@/app/server/address-part';

test('a part of an address is read decoded or not, and an invalid one causes no fault', () => {
  expect(addressPart('2026-M09')).toBe('2026-M09');
  expect(addressPart('a%2Fb')).toBe('a/b');
  expect(addressPart('%E7%94%B2')).toBe('甲');
  expect(addressPart('%')).toBe('%');
  expect(addressPart('%zz')).toBe('%zz');
  expect(addressPart('%ff')).toBe('%ff');
  expect(addressPart('x%00')).toBe('x');
});

test('any address is read without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (part) => {
      expect(addressPart(part)).not.toMatch(/\p{Cc}/u);
    }),
  );
});
