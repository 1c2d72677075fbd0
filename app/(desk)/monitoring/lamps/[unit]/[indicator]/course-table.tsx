import { LampMark } from '@/app/ui/figures/lamp-mark';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CourseMonth, LampCourse } from '@/lib/monitoring/lamps/shown/words';
import { writtenReason, writtenValue } from '@/lib/monitoring/lamps/written-lamp';
import { decimalOf, signedDecimal } from '@/lib/statistics/numbers';

/** The months of a year: lamp, expected, actual, gap, and the reason. */
export function CourseTable({ course, locale }: { course: LampCourse; locale: Locale }) {
  const t = translator(locale, 'lamps');
  const { indicator, year, curve } = course;
  const unit = unitOf(indicator, locale);
  const value = (number: number | null | undefined) =>
    number === null || number === undefined ? '—' : writtenValue(number, indicator);
  return (
    <Section title={t('page.course')} id="course">
      <DataTable<CourseMonth>
        caption={t('page.caption', { year: `${year}` })}
        rows={course.months}
        rowKey={({ month }) => `${month}`}
        columns={[
          {
            key: 'month',
            header: t('columns.month'),
            className: 'whitespace-nowrap',
            cell: ({ month }) => writtenPeriod(periodCode('month', year, month), locale),
          },
          {
            key: 'lamp',
            header: t('columns.colour'),
            cell: ({ lamp }) => (lamp ? <LampMark lamp={lamp} locale={locale} /> : '—'),
          },
          {
            key: 'expected',
            header: `${t('columns.expected')} (${unit})`,
            align: 'end',
            cell: ({ month }) => value(curve?.values[month - 1]),
          },
          {
            key: 'actual',
            header: `${t('columns.actual')} (${unit})`,
            align: 'end',
            cell: ({ actual }) => value(actual),
          },
          {
            key: 'gap',
            header: `${t('columns.gap')} (${unit})`,
            align: 'end',
            cell: ({ progress }) => (progress ? signedDecimal(decimalOf(progress.gap, indicator.decimals)) : '—'),
          },
          {
            key: 'points',
            header: t('columns.points'),
            align: 'end',
            cell: ({ progress }) =>
              progress?.gapPoints === undefined || progress.gapPoints === null
                ? '—'
                : signedDecimal(decimalOf(progress.gapPoints, 1)),
          },
          {
            key: 'inRow',
            header: t('columns.inRow'),
            align: 'end',
            cell: ({ lamp }) => lamp?.redInRow ?? '—',
          },
          {
            key: 'reason',
            header: t('columns.reason'),
            className: 'min-w-72',
            cell: ({ lamp }) => (
              <>
                {lamp && writtenReason(lamp, indicator, locale)}
                {lamp?.isRevised && <span className="text-ink-2"> ({t('revised')})</span>}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
