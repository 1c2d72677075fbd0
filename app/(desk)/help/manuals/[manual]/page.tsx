import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ManualText } from '@/app/(desk)/help/manual-text';
import { pictures } from '@/app/(desk)/help/pictures';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { manualNamed } from '@/lib/help/manuals';
import { plainText } from '@/lib/help/page-words';
import { rules } from '@/lib/help/rules';
import type { ManualSection } from '@/lib/help/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

export async function generateMetadata({ params }: PageProps<'/help/manuals/[manual]'>): Promise<Metadata> {
  const [locale, { manual: name }] = await Promise.all([currentLocale(), params]);
  const manual = manualNamed(name);
  return { title: manual ? plainText(manual.title, locale) : translator(locale, 'help')('title') };
}

/** One operating manual: whom it is for, and step by step how the work is done. */
export default async function ManualPage({ params }: PageProps<'/help/manuals/[manual]'>) {
  const [locale, { role }, { manual: name }] = await Promise.all([currentLocale(), currentPrincipal(), params]);
  const manual = manualNamed(name);
  if (!manual) notFound();
  const t = translator(locale, 'help');
  const { sections, minutes } = manual;
  return (
    <>
      <PageHeader
        title={plainText(manual.title, locale)}
        breadcrumb={[{ label: t('title'), href: paths.help }]}
        subtitle={plainText(manual.forWhom, locale)}
        actions={<PrintButton label={t('manuals.print')} tone="outline" />}
      />
      <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_200px] lg:gap-12 print:block">
        <nav aria-label={t('manuals.contents')} className="lg:order-2" data-chrome>
          <div className="lg:sticky lg:top-20 lg:border-l lg:border-rule lg:pl-4">
            <p className="text-xs text-ink-2">{t('manuals.sections', { count: sections.length, minutes })}</p>
            <ol className="mt-2 flex flex-wrap gap-x-5 lg:block">
              {sections.map(({ id, title }, at) => (
                <li key={id}>
                  <a href={`#${id}`} className="flex min-h-8 items-center text-table hover:text-sea max-md:min-h-11">
                    {at + 1} {plainText(title, locale)}
                  </a>
                </li>
              ))}
            </ol>
          </div>
        </nav>
        <div className="min-w-0 max-w-4xl max-lg:mt-6 print:max-w-none">
          {sections.map((section, at) => (
            <Section
              key={section.id}
              id={section.id}
              title={`${at + 1} ${plainText(section.title, locale)}`}
              className="mb-8 scroll-mt-20 print:break-inside-avoid"
            >
              <ol className="list-decimal space-y-2 pl-6 leading-7 marker:text-ink-2">
                {section.steps.map((step) => (
                  <li key={step.zh} className="break-inside-avoid pl-1">
                    <ManualText written={step} role={role} locale={locale} />
                  </li>
                ))}
              </ol>
              {section.rules?.map((rule) => (
                <p key={rule} className="mt-3 break-inside-avoid border-l-2 border-sea bg-card px-3 py-2">
                  <b className="mr-2 font-semibold text-sea">{t('manuals.rule')}</b>
                  {plainText(rules[rule], locale)}
                </p>
              ))}
              {section.picture && <ManualPicture picture={section.picture} locale={locale} />}
            </Section>
          ))}
        </div>
      </div>
    </>
  );
}

/** A picture of a page of the product, with what it shows; it opens in its full size. */
function ManualPicture({ picture, locale }: { picture: NonNullable<ManualSection['picture']>; locale: Locale }) {
  const { src, width, height } = pictures[picture.name][locale];
  const alt = plainText(picture.alt, locale);
  return (
    <figure className="mt-4 max-w-3xl break-inside-avoid">
      <a href={src} className="block">
        {/* biome-ignore lint/performance/noImgElement: the product ships no image optimizer, and the picture has its size */}
        <img
          src={src}
          width={width}
          height={height}
          alt={alt}
          loading="lazy"
          className="h-auto w-full rounded-md border border-rule dark:brightness-90"
        />
      </a>
      <figcaption className="mt-1 text-xs text-ink-2">
        {alt}
        {locale === 'en' ? '. ' : '。'}
        {translator(locale, 'help')('manuals.pictures')}
      </figcaption>
    </figure>
  );
}
