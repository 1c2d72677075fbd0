import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { RunDetail, StandingLine } from '@/lib/assessment/runs/listing/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** The first units of a run; the ranking’s page has all. */
export function StandingTable({ run, locale }: { run: RunDetail; locale: Locale }) {
  const t = translator(locale, 'runs');
  const hasGrades = Object.keys(run.grades).length > 0;
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
      cell: ({ unit, isApart, isProvisional, isEligible }) => (
        <span className="flex flex-wrap items-center gap-x-2">
          {nameOf(unit, locale)}
          {isApart && <Badge>{t('table.apart')}</Badge>}
          {isProvisional && <Badge tone="gold">{t('table.provisional')}</Badge>}
          {!isEligible && <Badge tone="gold">{t('table.ineligible')}</Badge>}
        </span>
      ),
    },
    {
      key: 'total',
      header: t('table.total'),
      align: 'end',
      cell: ({ shown }) => (shown === null ? '—' : groupedDecimal(shown)),
    },
    ...(hasGrades ? [gradeColumn(run, locale)] : []),
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

function gradeColumn(run: RunDetail, locale: Locale): Column<StandingLine> {
  const t = translator(locale, 'runs');
  const gradeName = (key: string) => {
    const grade = run.grades[key];
    return grade ? nameOf(grade, locale) : key;
  };
  return { key: 'grade', header: t('table.grade'), cell: ({ grade }) => (grade === null ? '—' : gradeName(grade)) };
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
