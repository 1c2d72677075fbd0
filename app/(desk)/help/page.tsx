import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { dataExtent } from '@/lib/catalogue/extent/queries';
import { termPartNames, termParts } from '@/lib/help/terms';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { ManualList } from './manual-list';
import { ManualSearch } from './manual-search';

const Asked = z.object({ q: z.string().trim().max(60).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'help')('title') };
}

/** The operating manuals with their search, and an explanation of how to read figures. */
export default async function HelpPage({ searchParams }: PageProps<'/help'>) {
  const [locale, principal, asked] = await Promise.all([currentLocale(), currentPrincipal(), searchParams]);
  const t = translator(locale, 'help');
  const extent = await dataExtent(principal);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      <ManualSearch asked={Asked.parse(asked).q} locale={locale} />
      <Section id="manuals" title={t('manuals.title')} note={t('manuals.lead')} className="mt-6 scroll-mt-20">
        <ManualList role={principal.role} locale={locale} />
        <p className="mt-4">
          <a href={paths.apiReference} className="text-sea underline">
            {translator(locale, 'api')('title')}
          </a>
          <span className="ml-3 text-table text-ink-2">{translator(locale, 'api')('lead')}</span>
        </p>
      </Section>
      <Section id="reading-and-terms" title={t('manuals.reading')} className="mt-10 scroll-mt-20">
        <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_180px] lg:gap-12">
          <nav aria-label={t('contents')} className="lg:order-2">
            <div className="lg:sticky lg:top-20 lg:border-l lg:border-rule lg:pl-4">
              <p className="text-xs text-ink-2">{t('contents')}</p>
              <ul className="mt-2 flex flex-wrap gap-x-5 lg:block">
                {termPartNames.map((part) => (
                  <li key={part}>
                    <a
                      href={`#${part}`}
                      className="flex min-h-8 items-center text-table hover:text-sea max-md:min-h-11"
                    >
                      {t(`parts.${part}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </nav>
          <div className="min-w-0 max-lg:mt-6">
            <p className="max-w-4xl leading-7">
              {t('extent', { ...extent, latest: extent.latest ?? '—' })}{' '}
              <a href={paths.indicators} className="text-sea underline">
                {t('toIndicators')}
              </a>
            </p>
            <div className="mt-6 gap-x-10 xl:columns-2">
              {termPartNames.map((part) => (
                <Section
                  key={part}
                  id={part}
                  title={t(`parts.${part}`)}
                  className="mb-8 break-inside-avoid scroll-mt-20"
                >
                  <dl>
                    {termParts[part].map((row) => (
                      <div
                        key={row}
                        id={row}
                        className="scroll-mt-20 border-b border-rule py-2 sm:grid sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:gap-4"
                      >
                        <dt className="font-medium">{t(`terms.${row}`)}</dt>
                        <dd className="text-ink-2">{t(`meanings.${row}`)}</dd>
                      </div>
                    ))}
                  </dl>
                </Section>
              ))}
            </div>
          </div>
        </div>
      </Section>
    </>
  );
}
