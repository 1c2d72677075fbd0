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

/** What is wrong with a line: a mark that stands for nothing, braces without their other half, or figures typed by hand. */
export type MarkFault = { readonly kind: 'unknown' | 'brace' | 'typed'; readonly line: number; readonly text: string };

/** Titles and numbers of other documents, which may be typed: 《…》 and 〔2026〕1号. */
const cited = /《[^《》]*》|〔\d{4}〕\d+号/g;

/**
 * The faults of lines with marks. A number is never typed: it stands for a figure of the result or it is refused, except in
 * what is cited of other documents and in the `names` of units and schemes.
 */
export function faultsOfMarks(lines: readonly string[], facts: Facts, names: readonly string[] = []): MarkFault[] {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return lines.flatMap((line, at) =>
    markedParts(line).flatMap((part): MarkFault[] => {
      const place = { line: at + 1 };
      if ('mark' in part) return facts.has(part.mark) ? [] : [{ kind: 'unknown', ...place, text: part.mark }];
      const brace = /[{}｛｝]/.exec(part.text);
      if (brace) return [{ kind: 'brace', ...place, text: brace[0] }];
      const free = longestFirst.reduce((text, name) => text.split(name).join('　'), part.text.replace(cited, '　'));
      return [...free.matchAll(/[\p{Nd}\p{No}]+(?:[.．,，][\p{Nd}\p{No}]+)*[%％]?/gu)].map(([text]) => ({
        ...{ kind: 'typed' as const, ...place, text },
      }));
    }),
  );
}

/** The paragraphs of a body: its lines without empty ones. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
