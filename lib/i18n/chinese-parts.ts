/** A stretch of a text, and whether it is Chinese. */
export type Part = { readonly text: string; readonly isChinese: boolean };

const han = /\p{sc=Han}/u;
/** From the first Chinese sign to the last one before a word in small Latin letters, with the marks and digits around them. */
const stretch = /[《“（【〔「\d]*\p{sc=Han}(?:(?:(?! [a-z]).)*[\p{sc=Han}》”）】〕」。！？\d%])?/gsu;

/** Divides a text into its Chinese parts and the others: 统计公报 and 2 others is two. */
export function chineseParts(text: string): Part[] {
  if (!han.test(text)) return [{ text, isChinese: false }];
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(stretch)) {
    if (index > end) parts.push({ text: text.slice(end, index), isChinese: false });
    parts.push({ text: found, isChinese: true });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isChinese: false });
  return parts;
}
