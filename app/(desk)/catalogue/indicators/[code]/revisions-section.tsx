import { figureAnchor } from '@/app/ui/figures/figure';
import { Section } from '@/app/ui/shell/section';
import { Fold } from '@/app/ui/tables/fold';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Revision } from '@/lib/observations/ranking/words';
import { pageLength } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { runsOf } from '@/lib/reporting/revisions/batches';
import { RevisionList } from './revision-list';

/** The revised figures, value by value, those of one period folded; or all values of the unit in the address. */
export function RevisionsSection(props: { indicator: IndicatorView; revisions: readonly Revision[]; locale: Locale }) {
  const { indicator, revisions, locale } = props;
  const t = translator(locale, 'indicators');
  const r = translator(locale, 'revisions');
  const runs = runsOf(revisions.slice(0, pageLength), ({ periodCode }) => periodCode);
  const caption = t('revisions.caption', { indicator: nameOf(indicator, locale) });
  return (
    <Section id="revisions" title={t('revisions.title')} note={t('revisions.note')}>
      {revisions.length > 0 ? (
        <>
          <div className="space-y-4">
            {runs.map(({ rows, isBatch }, at) => {
              const [first] = rows;
              if (!first) return null;
              const list = (
                <RevisionList
                  key={figureAnchor(first)}
                  indicator={indicator}
                  revisions={rows}
                  caption={runs.length > 1 ? r('part', { caption, part: at + 1 }) : caption}
                  locale={locale}
                />
              );
              if (!isBatch) return list;
              return (
                <Fold
                  key={figureAnchor(first)}
                  isOpen={runs.length === 1}
                  summary={
                    <>
                      {writtenPeriod(first.periodCode, locale)}{' '}
                      <span className="text-ink-2">
                        {t('revisions.ofPeriod', {
                          units: new Set(rows.map(({ orgUnitCode }) => orgUnitCode)).size,
                          count: rows.length,
                        })}
                      </span>
                    </>
                  }
                >
                  {list}
                </Fold>
              );
            })}
          </div>
          {revisions.length > pageLength && (
            <p className="mt-2 text-table text-ink-2">
              {t('revisions.first', { count: pageLength })}{' '}
              <a
                href={withQuery(paths.revisions, { range: 'month', indicator: indicator.code })}
                className="inline-flex min-h-6 items-center text-sea underline"
              >
                {t('revisions.toAll')}
              </a>
            </p>
          )}
        </>
      ) : (
        <p className="text-ink-2">{t('revisions.none')}</p>
      )}
    </Section>
  );
}
