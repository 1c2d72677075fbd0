import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import type { MatchedItem } from '@/lib/assessment/rankings/grid/rank-match';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The items of a unit with their places, and the distance of each from the unit's rank. */
export function MatchTable(props: { run: ResultRun; unit: UnitResult; items: readonly MatchedItem[]; locale: Locale }) {
  const { run, unit, items, locale } = props;
  const t = translator(locale, 'rankings');
  const aheadText = (ahead: number | null) => {
    if (ahead === null) return t('places.noPlace');
    return ahead === 0
      ? t('places.level')
      : t(ahead > 0 ? 'places.ahead' : 'places.behind', { count: Math.abs(ahead) });
  };
  const columns: Column<MatchedItem>[] = [
    {
      key: 'item',
      header: t('places.item'),
      className: 'min-w-32',
      cell: ({ part }) => <ExplainedLink run={run.id} unit={unit.code} item={part.key} name={nameOf(part, locale)} />,
    },
    { key: 'weight', header: t('places.weight'), align: 'end', cell: ({ part }) => writtenNumber(part.full) },
    {
      key: 'share',
      header: t('places.share'),
      align: 'end',
      cell: ({ share }) => <ScoreNumber value={share} digits={1} />,
    },
    { key: 'place', header: t('places.place'), align: 'end', cell: ({ place }) => place ?? '—' },
    { key: 'benchmark', header: t('places.benchmark'), align: 'end', cell: () => unit.rank ?? '—' },
    {
      key: 'difference',
      header: t('places.difference'),
      className: 'whitespace-nowrap',
      cell: ({ ahead }) => aheadText(ahead),
    },
  ];
  return (
    <DataTable
      caption={t('places.caption', { unit: nameOf(unit, locale), ...runWords(run, locale) })}
      rows={items}
      columns={columns}
      rowKey={({ part }) => part.key}
    />
  );
}
