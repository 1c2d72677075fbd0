import { expect, test } from 'vitest';
import { commonPasswords, isExpired, passwordFault } from '@/lib/access/password/policy';

const common = await commonPasswords();
const names = ['wangwu', '王五', '南通开发区'];

test.each([
  ['djbh3', 'Ab3$efghijk', 'passwordShort'],
  ['djbh3', 'x'.repeat(129), 'passwordLong'],
  ['djbh3', 'Tianse-8372q ', 'passwordSpaces'],
  ['asvs', '\u3000quiet river stones', 'passwordSpaces'],
  ['djbh3', 'abcdefghijkl', 'passwordKinds'],
  ['djbh3', 'abcdefgh1234', 'passwordKinds'],
  ['djbh3', 'Tianse-8372q', null],
  ['djbh3', '春眠不觉晓处处闻啼鸟夜来风雨声', 'passwordKinds'],
  ['djbh3', '春眠不觉晓处处闻啼鸟夜来风雨声花', null],
  ['djbh3', 'Nantong@2026', 'passwordGuessable'],
  ['djbh3', 'Kaohe#123456789', 'passwordGuessable'],
  ['djbh3', 'Wangwu@202611', 'passwordGuessable'],
  ['djbh3', 'Aaaaaaaaaa-1', 'passwordGuessable'],
  ['asvs', 'quiet river stones', null],
  ['asvs', 'abcdefgh', 'passwordShort'],
] as const)('%s: %s is %s', (profile, password, fault) => {
  expect(passwordFault(password, { profile, common, names })).toBe(fault);
});

test('common passwords are refused', () => {
  const long = [...common].filter((word) => word.length >= 12);
  expect(long.length).toBeGreaterThan(50);
  const taken = long.filter((password) => !passwordFault(password, { profile: 'asvs', common, names }));
  expect(taken).toEqual([]);
});

test('a password is valid for ninety days under 等保, for ever under ASVS', () => {
  const set = new Date('2026-01-01T00:00:00Z');
  const daysLater = (days: number) => new Date(set.getTime() + days * 86_400_000);
  expect([isExpired(set, daysLater(90), 'djbh3'), isExpired(set, daysLater(90.1), 'djbh3')]).toEqual([false, true]);
  expect(isExpired(set, daysLater(900), 'asvs')).toBe(false);
});
