/** The width of a character in em, generous enough for the fonts of the stack. */
function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  // The dots and the dash of a Chinese font are as wide as its characters.
  if (code >= 0x2e80 || /[—…]/.test(character)) return 1;
  if (/[.,:;'|!il()[\]\s]/.test(character)) return 0.34;
  if (/[0-9]/.test(character)) return 0.64;
  if (/[mMW%@]/.test(character)) return 0.94;
  if (/[A-Zw]/.test(character)) return 0.76;
  return 0.57;
}

/** The approximate width of a text in pixels at a font size, to reserve room before a chart is drawn. */
export function textWidth(text: string, fontSize: number): number {
  return Math.ceil([...text].reduce((ems, character) => ems + emsOf(character), 0) * fontSize);
}

/** The name that fits in `room` pixels: whole, else the short one, else cut and marked with …; a year at its end stays. */
export function fittingName(
  name: { readonly label: string; readonly short?: string | undefined },
  room: number,
  fontSize: number,
): string {
  if (textWidth(name.label, fontSize) <= room) return name.label;
  const shorter = name.short ?? name.label;
  if (textWidth(shorter, fontSize) <= room) return shorter;
  const [ending = ''] = /(?<=.) \d{4}$/u.exec(shorter) ?? [];
  const year = textWidth(`${[...shorter][0]}…${ending}`, fontSize) <= room ? ending : '';
  const kept = [...shorter.slice(0, shorter.length - year.length)];
  while (kept.length > 1 && textWidth(`${kept.join('')}…${year}`, fontSize) > room) kept.pop();
  // No bracket is left open before the dots.
  return `${kept.join('').replace(/(?<=.)[\s（([“]+$/u, '')}…${year}`;
}
