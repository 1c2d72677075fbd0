import { Section } from '@/app/ui/shell/section';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Revision } from '@/lib/observations/ranking/words';
import { pageLength } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { RevisionList } from './revision-list';

/** The revised figures, value by value; or all values of the unit in the address. */
export function RevisionsSection(props: { indicator: IndicatorView; revisions: readonly Revision[]; locale: Locale }) {
  const { indicator, revisions, locale } = props;
  const t = translator(locale, 'indicators');
  return (
    <Section id="revisions" title={t('revisions.title')} note={t('revisions.note')}>
      {revisions.length > 0 ? (
        <>
          <RevisionList
            indicator={indicator}
            revisions={revisions.slice(0, pageLength)}
            caption={t('revisions.caption', { indicator: nameOf(indicator, locale) })}
            locale={locale}
          />
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
