/** The width of a text in half characters of Chinese print: 2 for a Chinese character, 1 for a letter or digit. */
export const plainWidth = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
