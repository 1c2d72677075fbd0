import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { currentPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { maySee } from '@/lib/access/permissions';
import { newDocuments } from '@/lib/dashboards/overview/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { PlaceOverview } from './place-overview';

export default async function OverviewPage() {
  const [locale, principal, place] = await Promise.all([currentLocale(), currentPrincipal(), currentPlace()]);
  const t = translator(locale, 'overview');
  const documents = await newDocuments(principal, 8);
  const isEmpty = place.settings.sections.length === 0 && place.settings.charts.length === 0;
  return (
    <>
      <PageHeader title={t('title')} subtitle={place.version > 0 ? t('lead', { place: nameOf(place, locale) }) : ''} />
      {isEmpty ? (
        <EmptyState
          title={t('nothingSet')}
          reason={t('nothingSetReason')}
          action={
            maySee(principal.role, 'managePlace') ? (
              <a href={paths.place} className={buttonLook('primary')}>
                {t('setPlace')}
              </a>
            ) : (
              <a href={paths.indicators} className={buttonLook('outline')}>
                {t('allIndicators')}
              </a>
            )
          }
        />
      ) : (
        <PlaceOverview principal={principal} settings={place.settings} locale={locale} />
      )}
      {documents.length > 0 && (
        <Section
          id="new"
          title={t('newTitle')}
          note={t('newNote')}
          actions={
            <a href={paths.sources} className="text-table text-sea hover:underline">
              {t('allSources')}
            </a>
          }
        >
          <ul className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
            {documents.map((document) => (
              <li key={document.code} className="flex items-baseline gap-3 border-b border-rule py-2 text-table">
                <time dateTime={document.publishedOn} className="shrink-0 text-ink-2">
                  {document.publishedOn}
                </time>
                <a
                  href={paths.source(document.code)}
                  className="min-w-0 flex-1 truncate hover:text-sea hover:underline"
                >
                  {marked(document.title, locale)}
                </a>
                <span className="shrink-0 text-ink-2">{t('figures', { count: document.figures })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
