/**
 * A typed name, code or word in the form in which names are compared: full-width letters, digits and signs as ordinary
 * ones, small letters, one kind of dash, dot and quotation mark, no invisible characters, and no spaces beside Chinese
 * ones.
 */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s*[-‐‑‒–—―−]+\s*/g, '-')
    .replace(/[•・‧∙]/g, '·')
    .replace(/[“”„«»「」『』《》]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .trim()
    .toLowerCase();
}
