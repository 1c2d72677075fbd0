import { expect, test } from 'vitest';
import { newRecoveryCodes, recoveryCodeOf } from '@/lib/access/auth/recovery-codes';

test('ten codes without letters that are mistaken for others, all different', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test.each([
  ['0a1b-2c3d-4e5f', '0A1B-2C3D-4E5F'],
  ['oA1B2c3dIeLf', '0A1B-2C3D-1E1F'],
  ['0A1B—2C3D—4E5F', '0A1B-2C3D-4E5F'],
  ['0a1b – 2c3d – 4e5f', '0A1B-2C3D-4E5F'],
  ['０Ａ１Ｂ－２Ｃ３Ｄ－４Ｅ５Ｆ', '0A1B-2C3D-4E5F'],
  [' 0A1B 2C3D　4E5F ', '0A1B-2C3D-4E5F'],
  ['aBcDe-FgHiJ', 'aBcDe-FgHiJ'],
  ['123456', '123456'],
])('%s is read as %s', (typed, code) => {
  expect(recoveryCodeOf(typed)).toBe(code);
});
