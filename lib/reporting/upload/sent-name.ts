/**
 * The name of a file as it came, at most 200 characters with its ending: without control characters, halves of
 * characters, and the marks that turn the direction of writing, which show exe.pdf for fdp.exe.
 */
export const sentName = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '').slice(-200) || '?';
