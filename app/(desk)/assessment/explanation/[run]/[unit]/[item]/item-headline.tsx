import type { ReactNode } from 'react';
import { Place } from '@/app/ui/figures/rank-badge';
import { Badge } from '@/app/ui/primitives/badge';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { ItemRow } from '@/lib/assessment/rankings/item/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemScore } from '@/lib/assessment/scoring/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/** Points, share, figure and place of one item, in one line. */
export function ItemHeadline(props: {
  run: ResultRun;
  item: SchemeItem;
  score: ItemScore;
  row: ItemRow | undefined;
  measure: string;
  /** The unit of measure after the transforms. */
  after: string;
  locale: Locale;
}) {
  const { run, item, score, row, measure, after, locale } = props;
  const t = translator(locale, 'explanation');
  const r = translator(locale, 'rankings');
  const number = (value: number | null, digits: number) =>
    value === null ? '—' : groupedDecimal(decimalOf(value, digits));
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-8 gap-y-4 border-b border-rule pb-5 sm:flex sm:flex-wrap sm:gap-x-12">
      <Fact term={t('item.points')}>
        <span className="text-[30px] leading-9 font-semibold">{number(score.points, run.scheme.decimals)}</span>
        <span className="ml-1 text-ink-2">/ {writtenNumber(item.weight)}</span>
        {score.state !== 'scored' && (
          <span className="ml-2">
            <Badge tone="gold">{r(`items.states.${score.state}`)}</Badge>
          </span>
        )}
      </Fact>
      <Fact term={t('item.share')}>{score.share === null ? '—' : `${number(score.share, 2)}%`}</Fact>
      {item.indicator !== null && (
        <Fact term={t('item.value')}>
          {score.transformed === null ? '—' : writtenNumber(score.transformed)}
          {score.transformed !== null && after && <span className="ml-1 text-sm font-normal text-ink-2">{after}</span>}
        </Fact>
      )}
      {item.transforms.length > 0 && score.value !== null && (
        <Fact term={t('item.reported')}>
          {writtenNumber(score.value)}
          {measure && <span className="ml-1 text-sm font-normal text-ink-2">{measure}</span>}
        </Fact>
      )}
      <Fact term={t('item.place')}>
        {row?.place == null ? (
          <span className="text-ink-2">{t('item.noPlace')}</span>
        ) : (
          <>
            <Place place={row.place} of={row.of} tied={row.shared > 1} locale={locale} plain />
            <span className="ml-2 text-ink-2">{t('card.rankOf', { of: row.of })}</span>
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-table text-ink-2">{term}</dt>
      <dd className="flex min-h-9 items-center text-lg font-semibold">{children}</dd>
    </div>
  );
}
