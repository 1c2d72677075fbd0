import { textWidth } from '@/lib/dashboards/series/text-width';

/** A note with the pixel at which its text wishes to stand. */
export type NoteWish = { readonly mark: string; readonly word: string; readonly at: number };

export type NoteText = { readonly text: string; readonly at: number };

/** Pixels between two texts. */
const gap = 8;

/**
 * The texts over the notes of a chart, centred at `at`, inside the bounds: number and word of each where all fit beside
 * each other, else the numbers, of which those that would touch stand together. The words are in the list below.
 */
export function noteTexts(
  wishes: readonly NoteWish[],
  size: number,
  [left, right]: readonly [number, number],
): NoteText[] {
  const sorted = [...wishes].sort((a, b) => a.at - b.at);
  const within = (text: string, at: number): NoteText => {
    const half = textWidth(text, size) / 2;
    return { text, at: Math.max(left + half, Math.min(at, right - half)) };
  };
  const touch = (one: NoteText, next: NoteText) =>
    one.at + textWidth(one.text, size) / 2 + gap > next.at - textWidth(next.text, size) / 2;
  const whole = sorted.map(({ mark, word, at }) => within(mark ? `${mark} ${word}` : word, at));
  if (!whole.some((text, at) => at > 0 && touch(whole[at - 1] as NoteText, text))) return whole;
  const texts: NoteText[] = [];
  for (const { mark, word, at } of sorted) {
    let text = within(mark || word, at);
    for (let before = texts.at(-1); before && touch(before, text); before = texts.at(-1)) {
      texts.pop();
      const marks = [...new Set([...before.text, ...text.text])].join('');
      text = within(marks, (before.at + text.at) / 2);
    }
    texts.push(text);
  }
  return texts;
}
