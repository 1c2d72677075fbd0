import type { Facts } from './words';

type Part = { readonly text: string } | { readonly mark: string };

/** The parts of a text with marks in braces, also in those of Chinese keyboards. */
export function markedParts(text: string): Part[] {
  return text.split(/([{｛][^{}｛｝]*[}｝])/).flatMap((part, at): Part[] => {
    if (part === '') return [];
    return at % 2 === 1 ? [{ mark: part.slice(1, -1).trim() }] : [{ text: part }];
  });
}

/** A text with what its marks stand for; a mark that stands for nothing stays as it is written. */
export function filledText(text: string, facts: Facts): string {
  return markedParts(text)
    .map((part) => ('text' in part ? part.text : (facts.get(part.mark) ?? `{${part.mark}}`)))
    .join('');
}

/**
 * What is wrong with a line: a mark that stands for nothing, braces without their other half, figures typed by hand, or figures
 * that what stands beside them makes another number.
 */
export type MarkFault = {
  readonly kind: 'unknown' | 'brace' | 'typed' | 'joined';
  readonly line: number;
  readonly text: string;
};

/** Titles and numbers of other documents, which may be typed: 《…》 and 〔2026〕1号. */
const cited = /《([^《》]*)》|〔(?:19|20)\d{2}〕\d+号/g;

/** Whether what stands in 《》 is a title, and not only a number with its measure. */
const isTitle = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 4;

/** A digit of any script, also a day or an hour as one letter; 〇 is a Chinese numeral, and Ⅲ类 is the name of a class. */
const digit = String.raw`(?!〇|[Ⅰ-Ⅻ]+[类级])[\p{N}㋀-㋋㍘-㍰㏠-㏾]`;
const typedNumbers = new RegExp(`(?:${digit})+(?:[.．,，](?:${digit})+)*[%％]?`, 'gu');

/** Where a figure of a mark begins and ends in a line that is looked through; nobody can type it. */
const edge = '\0';
const figures = /\0[^\0]*\0/g;
/** Figures that touch, also with a point or an unseen letter between; a sign before one; a measure behind that multiplies it. */
const joined = new RegExp(
  [
    String.raw`[\p{N}.]{0,12}\p{N}(?=[\p{Cf}.．,]*\0)[\0\p{Cf}]*[.．,]?[\0\p{Cf}]*\p{N}[\p{N}.]{0,12}`,
    String.raw`(?<![\0\p{Cf}])[-−﹣－]\s*\0\p{N}[\p{N}.]{0,12}`,
    String.raw`[\p{N}.]{0,12}\p{N}\0[\s\p{Cf}]*[%％‰‱十百千万亿]`,
  ].join('|'),
  'gu',
);

/**
 * The faults of lines with marks. A number is never typed: it stands for a figure of the result or it is refused, except in
 * what is cited of other documents and in the `names` of units and schemes. Nor is a figure made another one by what is beside it.
 */
export function faultsOfMarks(lines: readonly string[], facts: Facts, names: readonly string[] = []): MarkFault[] {
  const longestFirst = names
    .filter((name) => /\p{N}/u.test(name) && /\p{L}/u.test(name))
    .sort((one, other) => other.length - one.length);
  return lines.flatMap((line, at): MarkFault[] => {
    const parts = markedParts(line);
    const faulty = (kind: MarkFault['kind'], text: string) => ({ kind, line: at + 1, text: text.replaceAll(edge, '') });
    const unbound = parts.flatMap((part): MarkFault[] => {
      if ('mark' in part) return facts.has(part.mark) ? [] : [faulty('unknown', part.mark)];
      const brace = /[{}｛｝]/.exec(part.text);
      return brace ? [faulty('brace', brace[0])] : [];
    });
    if (unbound.some(({ kind }) => kind === 'brace')) return unbound;
    const printed = parts
      .map((part) => ('text' in part ? part.text : edge + (facts.get(part.mark) ?? '') + edge))
      .join('');
    const own = printed
      .replace(cited, (text, title?: string) => (title === undefined || isTitle(title) ? '　' : text))
      .replace(figures, edge);
    const free = longestFirst.reduce((text, name) => text.split(name).join('　'), own);
    const byHand = [...free.matchAll(typedNumbers)].map(([text]) => faulty('typed', text));
    const grown = byHand.length > 0 ? [] : [...printed.matchAll(joined)].map(([text]) => faulty('joined', text));
    return [...unbound, ...byHand, ...grown];
  });
}

/** The paragraphs of a body: its lines without empty ones. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
