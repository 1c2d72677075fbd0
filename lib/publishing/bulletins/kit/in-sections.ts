/** A section of a text: its head without a numeral, and its paragraphs; one without paragraphs is left out. */
export type TextSection = { readonly head: string; readonly lines: readonly string[] };

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A body of sections under numbered heads, between what opens and what closes it. */
export function inSections(
  opening: readonly string[],
  sections: readonly TextSection[],
  closing: readonly string[],
): string {
  const told = sections
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ head, lines }, at) => [`${numerals[at]}、${head}`, ...lines]);
  return [...opening, ...told, ...closing].join('\n');
}
