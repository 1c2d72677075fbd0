import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import { Section } from '@/app/ui/shell/section';
import type { RunChoice } from '@/lib/assessment/rankings/result-run';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/** How many rankings are listed. */
const most = 5;

/** The rankings that were published last. */
export function Published({ runs, locale }: { runs: readonly RunChoice[]; locale: Locale }) {
  const t = translator(locale, 'leading');
  const newest = runs
    .flatMap((run) => (run.publishedAt === null ? [] : [{ ...run, publishedAt: run.publishedAt }]))
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
        {newest.map((run) => (
          <li key={run.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
            <a
              href={withQuery(paths.rankings, { scheme: run.schemeCode, period: run.periodCode })}
              className="font-medium text-sea hover:underline"
            >
              {markedName(run, locale)} {writtenPeriod(run.periodCode, locale)}
            </a>
            {run.isDemonstration && <DemonstrationTag locale={locale} />}
            <span className="ml-auto text-table text-ink-2">
              {t('published.at', { at: writtenMoment(run.publishedAt).slice(0, 10) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
