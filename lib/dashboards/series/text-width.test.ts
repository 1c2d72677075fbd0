import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingName, textWidth } from './text-width';

test('a Chinese character takes an em, a digit a little more than half', () => {
  expect(textWidth('甲区', 12)).toBe(24);
  expect(textWidth('2022', 12)).toBe(31);
  expect(textWidth('甲区…', 12)).toBe(36);
});

test('a name is whole where it fits, short where it does not, and cut only at last', () => {
  const name = { label: '甲区经济技术开发区', short: '甲区开发区' };
  expect(fittingName(name, 120, 12)).toBe('甲区经济技术开发区');
  expect(fittingName(name, 70, 12)).toBe('甲区开发区');
  expect(fittingName(name, 48, 12)).toBe('甲区开…');
  expect(fittingName({ label: '子开发区（演示）' }, 78, 13)).toBe('子开发区…');
  // Two years of one unit are told apart by the year alone.
  expect(fittingName({ label: '甲区（演示） 2026' }, 100, 13)).toBe('甲区… 2026');
});

test('a cut name fits the room, as long as one character does', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.string().map((name) => `${name} 2026`),
      ),
      fc.integer({ min: 30, max: 200 }),
      (label, room) => {
        expect(textWidth(fittingName({ label }, room, 12), 12)).toBeLessThanOrEqual(room);
      },
    ),
  );
});
