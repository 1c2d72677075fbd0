import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { explainItem } from '@/lib/assessment/explanation/explain-item';
import { inLetters, type Term, termsOf, writtenNumber } from '@/lib/assessment/explanation/expression';
import { isByIssued, originOf } from '@/lib/assessment/explanation/term-origin';
import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Name } from '@/lib/i18n/words';

type Letter = { readonly term: Term; readonly part: string | undefined; readonly method: PlainMethod | null };

/** The letters of the formulas with their meaning, number and origin. */
export function LetterTable(props: {
  item: SchemeItem;
  basis: ItemBasis | null;
  score: ItemScore;
  units: ReadonlyMap<string, Name>;
  locale: Locale;
}) {
  const { item, basis, score, units, locale } = props;
  const t = translator(locale, 'explanation');
  const explained = explainItem(item, basis, score);
  if (!explained) return null;
  const methodOf = (key: string) =>
    isBlend(item.method) ? (item.method.parts.find((part) => part.key === key)?.method ?? null) : null;
  const plain = isBlend(item.method) ? null : item.method;
  const letters: Letter[] = [
    ...explained.parts.flatMap((part) =>
      (part.formula ? termsOf(part.formula) : []).map((term) => ({ term, part: part.key, method: methodOf(part.key) })),
    ),
    ...(explained.formula ? termsOf(explained.formula) : []).map((term) => ({ term, part: undefined, method: plain })),
  ];
  if (letters.length === 0) return <p className="text-ink-2">{t('letters.none')}</p>;
  const setBy = ({ term, part, method }: Letter) => {
    const isGiven = method !== null && 'bounds' in method && method.bounds.from === 'given';
    if (term.term === 'share') return t('letters.own');
    const origin = originOf(term, { basis, score, part, isGiven, isIssued: isByIssued(method) });
    if (typeof origin === 'string') return t(`letters.${origin}`);
    const unit = units.get(origin.unit);
    return unit ? nameOf(unit, locale) : origin.unit;
  };
  const columns: Column<Letter>[] = [
    {
      key: 'letter',
      header: t('letters.letter'),
      cell: ({ term }) => <span className="font-semibold">{inLetters(term)}</span>,
    },
    {
      key: 'meaning',
      header: t('letters.meaning'),
      cell: ({ term }) =>
        term.part === undefined
          ? t(`terms.${term.term}`)
          : t('letters.part', { name: t(`terms.${term.term}`), part: term.part }),
    },
    { key: 'number', header: t('letters.number'), align: 'end', cell: ({ term }) => writtenNumber(term.value) },
    { key: 'setBy', header: t('letters.setBy'), cell: setBy },
  ];
  return (
    <div className="max-w-3xl">
      <DataTable
        caption={t('letters.caption')}
        rows={letters}
        columns={columns}
        rowKey={({ term, part }) => `${part} ${term.term} ${term.part}`}
      />
    </div>
  );
}
