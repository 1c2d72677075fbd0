import { buttonLook } from '@/app/ui/primitives/button';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import { Section } from '@/app/ui/shell/section';
import type { RunChoice } from '@/lib/assessment/rankings/result-run';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { reportName } from '@/lib/monitoring/reports/report-name';
import type { ReportHead } from '@/lib/monitoring/reports/words';
import { paths, withQuery } from '@/lib/paths';

/** How many publications are listed. */
const most = 5;

/** The rankings and the monitoring reports that were published last. */
export function Published(props: { runs: readonly RunChoice[]; reports: readonly ReportHead[]; locale: Locale }) {
  const { runs, reports, locale } = props;
  const t = translator(locale, 'leading');
  const ranked = runs.map((run) => ({
    ...{ id: run.id, publishedAt: run.publishedAt, isDemonstration: run.isDemonstration },
    href: withQuery(paths.rankings, { scheme: run.schemeCode, period: run.periodCode }),
    name: (
      <>
        {markedName(run, locale)} {writtenPeriod(run.periodCode, locale)}
      </>
    ),
  }));
  const told = reports.map((report) => ({
    ...{ id: report.id, publishedAt: report.publishedAt, isDemonstration: false },
    ...{ href: paths.report(report.id), name: marked(reportName(report, locale), locale) },
  }));
  const newest = [...ranked, ...told]
    .flatMap(({ publishedAt, ...one }) => (publishedAt === null ? [] : [{ ...one, publishedAt }]))
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .slice(0, most);
  return (
    <Section
      id="published"
      title={t('published.title')}
      actions={
        <a href={paths.rankings} className={buttonLook('outline')}>
          {t('published.all')}
        </a>
      }
    >
      {newest.length === 0 && <p className="text-ink-2">{t('published.none')}</p>}
      <ul>
        {newest.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
            <a href={one.href} className="font-medium text-sea hover:underline">
              {one.name}
            </a>
            {one.isDemonstration && <DemonstrationTag locale={locale} />}
            <span className="ml-auto text-table text-ink-2">
              {t('published.at', { at: writtenMoment(one.publishedAt).slice(0, 10) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
