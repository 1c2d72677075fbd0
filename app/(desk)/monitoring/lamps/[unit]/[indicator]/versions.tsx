import { LampMark } from '@/app/ui/figures/lamp-mark';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampCourse, ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import { writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import { paths } from '@/lib/paths';

/** Every version that was told or set by hand, beside what the lamp would be today. */
export function Versions({ course, locale }: { course: LampCourse; locale: Locale }) {
  const t = translator(locale, 'lamps');
  const { indicator, year } = course;
  const told = course.months.flatMap(({ versions }) =>
    versions.some(({ toldAt, setBy }) => toldAt !== null || setBy !== null) ? [versions] : [],
  );
  const rows = told.flat();
  return (
    <Section title={t('page.versions')} id="versions" note={t('page.versionsNote')}>
      <DataTable<ShownLamp>
        caption={t('page.versions')}
        rows={rows}
        rowKey={({ month, version }) => `${month}.${version}`}
        empty={<p className="text-ink-2">{t('page.noVersions')}</p>}
        columns={[
          {
            key: 'month',
            header: t('columns.month'),
            className: 'whitespace-nowrap',
            cell: ({ month }) => writtenPeriod(periodCode('month', year, month), locale),
          },
          {
            key: 'told',
            header: t('columns.told'),
            className: 'whitespace-nowrap',
            cell: ({ toldAt, setBy }) =>
              toldAt === null
                ? t(setBy === null ? 'page.would' : 'page.set')
                : `${t('page.was')} · ${t('page.told', { at: writtenMoment(new Date(toldAt)) })}`,
          },
          { key: 'lamp', header: t('columns.colour'), cell: (lamp) => <LampMark lamp={lamp} locale={locale} /> },
          {
            key: 'reason',
            header: t('columns.reason'),
            className: 'min-w-72',
            cell: (lamp) => writtenReason(lamp, indicator, locale),
          },
          {
            key: 'rules',
            header: t('page.rules'),
            cell: ({ ruleSet }) => (
              <a href={paths.lampRuleSet(ruleSet.code, ruleSet.number)}>
                {marked(t('page.ruleOf', { name: ruleSet.nameZh, number: ruleSet.number }), locale)}
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}
