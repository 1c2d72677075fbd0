import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { RankCell } from '@/app/ui/assessment/rank-cell';
import { Sparkline } from '@/app/ui/figures/sparkline';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { PastResult } from '@/lib/assessment/rankings/card/unit-result';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** Ranks and grades of the published periods, newest first, with a sparkline of the ranks (up is better). */
export function HistoryTable(props: {
  history: readonly PastResult[];
  unit: Named;
  currentRun: string;
  locale: Locale;
}) {
  const { history, unit, locale } = props;
  const t = translator(locale, 'explanation');
  if (history.length === 0) return <p className="text-ink-2">{t('history.none')}</p>;
  const name = nameOf(unit, locale);
  const periods = history.map(({ periodCode }) => writtenPeriod(periodCode, locale));
  const columns: Column<PastResult>[] = [
    {
      key: 'period',
      header: t('history.period'),
      className: 'whitespace-nowrap',
      cell: ({ runId, periodCode }) => (
        <ExplainedLink run={runId} unit={unit.code} name={writtenPeriod(periodCode, locale)} />
      ),
    },
    {
      key: 'rank',
      header: t('history.rank'),
      align: 'center',
      cell: (past) =>
        past.isApart ? t('card.apart') : <RankCell row={past} of={past.ranked} units={past.units} locale={locale} />,
    },
    {
      key: 'total',
      header: t('history.total'),
      align: 'end',
      cell: ({ shown }) => (shown === null ? '—' : groupedDecimal(shown)),
    },
    ...(history.some(({ grade }) => grade !== null) ? [gradeColumn(locale)] : []),
  ];
  return (
    <>
      {history.length > 1 && (
        <Sparkline
          points={history.map(({ rank }) => (rank === null ? null : -rank))}
          label={t('history.line', { unit: name, from: periods[0] ?? '', to: periods.at(-1) ?? '' })}
          width={220}
          height={44}
        />
      )}
      <DataTable
        caption={t('history.caption', { unit: name })}
        rows={[...history].reverse()}
        columns={columns}
        rowKey={({ runId }) => runId}
        isFocal={({ runId }) => runId === props.currentRun}
      />
      <p className="mt-2 text-table text-ink-2">{t('history.note')}</p>
    </>
  );
}

function gradeColumn(locale: Locale): Column<PastResult> {
  const t = translator(locale, 'explanation');
  return {
    key: 'grade',
    header: t('history.grade'),
    cell: ({ grade }) => (grade ? nameOf(grade, locale) : t('card.noGrade')),
  };
}
