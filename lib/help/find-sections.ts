import { foldText, wordsOf } from '@/lib/catalogue/search/match-words';
import { manuals } from '@/lib/help/manuals';
import { plainText } from '@/lib/help/page-words';
import { rules } from '@/lib/help/rules';
import { termPartNames, termParts } from '@/lib/help/terms';
import type { ManualName, Written } from '@/lib/help/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

export type FoundSection = {
  /** The manual; null for a term of the help page. */
  readonly manual: ManualName | null;
  readonly manualTitle: string;
  /** The anchor; null for the manual as a whole. */
  readonly id: string | null;
  readonly title: string;
  /** The matching sentence, cut to a line or two; the words of the query are marked. */
  readonly snippet: readonly { readonly at: number; readonly text: string; readonly isAsked: boolean }[];
};

/** Characters of a snippet before and after the match. */
const before = 30;
const after = 90;

/**
 * The sections of all manuals and the terms of the help page that contain every word of `asked`, in the heading or the
 * text, in the reader's language. Sections with all words in the heading come first, those that only repeat a rule last. An empty query finds nothing.
 */
export function findSections(asked: string, locale: Locale): FoundSection[] {
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  const inWords = (written: Written) => plainText(written, locale);
  const sections = manuals.flatMap((manual) => {
    const heads = { manual: manual.name, manualTitle: inWords(manual.title) };
    const whole = { ...heads, id: null, title: heads.manualTitle, steps: [inWords(manual.forWhom)], said: [] };
    const parts = manual.sections.map((section) => ({
      ...heads,
      id: section.id,
      title: inWords(section.title),
      steps: section.steps.map(inWords),
      said: (section.rules ?? []).map((rule) => inWords(rules[rule])),
    }));
    return [whole, ...parts];
  });
  return [...sections, ...termsIn(locale)]
    .map(({ steps, said, ...part }) => ({
      ...part,
      snippet: snippetOf([...steps, ...said], words),
      depth: [[part.title], [part.title, ...steps], [part.title, ...steps, ...said]].findIndex((lines) =>
        holdsAll(lines.join('\n'), words),
      ),
    }))
    .filter(({ depth }) => depth >= 0)
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ depth: _, ...section }) => section);
}

/** The terms of the help page, each with its anchor there. */
function termsIn(locale: Locale) {
  const t = translator(locale, 'help');
  return termPartNames.flatMap((part) =>
    termParts[part].map((term) => ({
      manual: null,
      manualTitle: t('manuals.reading'),
      id: term,
      title: t(`terms.${term}`),
      steps: [t(`meanings.${term}`)],
      said: [],
    })),
  );
}

function holdsAll(text: string, words: readonly string[]): boolean {
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
}

function snippetOf(lines: readonly string[], words: readonly string[]): FoundSection['snippet'] {
  const any = new RegExp(`(${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`, 'gi');
  const line = lines.find((text) => text.search(any) >= 0) ?? lines[0] ?? '';
  const at = Math.max(0, line.search(any));
  const from = at <= before ? 0 : at - before;
  const to = at + after;
  const cut = `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;
  return cut
    .split(any)
    .map((text, at) => ({ at, text, isAsked: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
