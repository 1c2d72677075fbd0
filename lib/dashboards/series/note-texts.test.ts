import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteTexts } from '@/lib/dashboards/series/note-texts';
import { textWidth } from '@/lib/dashboards/series/text-width';

const wish = (mark: string, word: string, at: number) => ({ mark, word, at });

test('words that fit beside each other are written, inside the drawing', () => {
  expect(noteTexts([wish('①', '疫情', 100), wish('②', '停产检修', 250)], 12, [0, 342])).toEqual([
    { text: '① 疫情', at: 100 },
    { text: '② 停产检修', at: 250 },
  ]);
  // 疫情 is 24 pixels wide.
  expect(noteTexts([wish('', '疫情', 3)], 12, [0, 342])).toEqual([{ text: '疫情', at: 12 }]);
});

test('of crowded notes the numbers alone are written, together where they would touch', () => {
  const texts = noteTexts(
    [wish('①', '口径调整', 100), wish('②', '停产检修', 104), wish('③', '疫情', 200)],
    12,
    [0, 342],
  );
  expect(texts.map(({ text }) => text)).toEqual(['①②', '③']);
});

test('texts never touch, whatever the notes, and every number is there', () => {
  const anywhere = fc.array(
    fc.record({ word: fc.constantFrom('疫情', '停产检修', '口径调整自一月起执行'), at: fc.nat(342) }),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(anywhere, (notes) => {
      const wishes = notes.map((note, at) => ({ ...note, mark: String.fromCodePoint(0x2460 + at) }));
      const boxes = noteTexts(wishes, 12, [0, 342]).map(({ text, at }) => ({
        text,
        half: textWidth(text, 12) / 2,
        at,
      }));
      const apart = boxes.every(
        (box, at) => at === 0 || (boxes[at - 1]?.at ?? 0) + (boxes[at - 1]?.half ?? 0) < box.at - box.half,
      );
      const inside = boxes.every(({ at, half }) => at - half >= -0.01 && at + half <= 342.01);
      const told = boxes.map(({ text }) => text).join('');
      return apart && inside && wishes.every(({ mark }) => told.includes(mark));
    }),
  );
});
