import { UnitMarks } from '@/app/ui/assessment/rank-cell';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { gradeWords } from '@/lib/assessment/rankings/table/rank-row';
import type { RunDetail, StandingLine } from '@/lib/assessment/runs/listing/words';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** The first units of a run; the ranking’s page has all. */
export function StandingTable({ run, locale }: { run: RunDetail & { readonly document: Scheme }; locale: Locale }) {
  const t = translator(locale, 'runs');
  const { document } = run;
  const columns: Column<StandingLine>[] = [
    {
      key: 'rank',
      header: t('table.rank'),
      align: 'end',
      className: 'whitespace-nowrap w-20',
      cell: ({ rank, isTied }) =>
        rank === null ? (
          <span className="text-ink-2">{t('table.unranked')}</span>
        ) : isTied ? (
          t('table.tied', { rank: `${rank}` })
        ) : (
          `${rank}`
        ),
    },
    {
      key: 'unit',
      header: t('table.unit'),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-x-2">
          {markedName(row.unit, locale)}
          {row.isApart && <Badge>{t('table.apart')}</Badge>}
          <UnitMarks row={row} locale={locale} />
        </span>
      ),
    },
    {
      key: 'total',
      header: t('table.total'),
      align: 'end',
      cell: ({ shown }) => (shown === null ? '—' : groupedDecimal(shown)),
    },
    ...(document.grades.by !== 'none'
      ? [
          {
            key: 'grade',
            header: t('table.grade'),
            cell: (row: StandingLine) => gradeWords(row, document, locale) ?? '—',
          },
        ]
      : []),
    ...(run.previousRunId ? [previousColumn(locale)] : []),
  ];
  return (
    <Section
      title={t('table.title')}
      id="result"
      {...(run.units > run.standings.length && {
        note: t('table.note', { shown: run.standings.length, total: run.units }),
      })}
      actions={
        <span className="flex flex-wrap gap-2">
          <a href={withQuery(paths.rankings, { run: run.id })} className={buttonLook('outline')}>
            {t('table.toRanking')}
          </a>
          <a href={withQuery(paths.robustness, { run: run.id })} className={buttonLook('outline')}>
            {t('table.toRobustness')}
          </a>
        </span>
      }
      className="mt-2 max-lg:mt-8"
    >
      <DataTable caption={t('table.title')} rows={run.standings} columns={columns} rowKey={({ unit }) => unit.code} />
    </Section>
  );
}

function previousColumn(locale: Locale): Column<StandingLine> {
  const t = translator(locale, 'runs');
  return {
    key: 'previous',
    header: t('table.previous'),
    align: 'end',
    cell: ({ previousRank }) => (previousRank === null ? '—' : `${previousRank}`),
  };
}
