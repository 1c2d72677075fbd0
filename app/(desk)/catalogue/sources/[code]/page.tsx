import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { Badge } from '@/app/ui/primitives/badge';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { citedFigures, citedRanks, replacedFigures, sourceHead } from '@/lib/catalogue/sources/queries';
import { translator } from '@/lib/i18n/translator';
import { FigureTable, RankTable } from './cited-tables';

type Props = PageProps<'/catalogue/sources/[code]'>;

/** Read once for the page and its title. */
const headOf = cache(async (code: string) => sourceHead(await currentPrincipal(), code));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await headOf((await params).code);
  return found ? { title: found.title } : {};
}

export default async function SourcePage({ params }: Props) {
  const [{ code }, locale, principal] = await Promise.all([params, currentLocale(), currentPrincipal()]);
  const [found, figures, ranks, replaced] = await Promise.all([
    headOf(code),
    citedFigures(principal, code),
    citedRanks(principal, code),
    replacedFigures(principal, code),
  ]);
  if (!found) notFound();
  const t = translator(locale, 'sources');
  return (
    <>
      <PageHeader
        title={found.title}
        breadcrumb={[{ label: t('title'), href: '/catalogue/sources' }, { label: found.code }]}
      />
      <dl className="grid gap-x-8 text-table sm:grid-cols-2">
        <Fact term={t('publisher')}>{found.publisher}</Fact>
        <Fact term={t('publishedOn')}>{found.publishedOn ?? t('unknownDate')}</Fact>
        <Fact term={t('reliability')}>
          <Badge tone={found.reliability === 'official' ? 'sea' : 'plain'}>
            {t(`reliabilities.${found.reliability}`)}
          </Badge>{' '}
          <span className="text-ink-2">{t(`explain.${found.reliability}`)}</span>
        </Fact>
        <Fact term={t('address')}>
          {found.url ? (
            <a href={found.url} rel="noreferrer noopener" className="break-all text-sea underline">
              {found.url}
            </a>
          ) : (
            t('noAddress')
          )}
        </Fact>
        <Fact term={t('access')}>{found.accessNote}</Fact>
        <Fact term={t('licence')}>{found.licence}</Fact>
      </dl>
      {ranks.length > 0 && (
        <Section id="ranks" title={t('ranks')}>
          <RankTable caption={t('ranks')} rows={ranks} locale={locale} />
        </Section>
      )}
      <Section id="figures" title={t('cited')} note={figures.length > 0 && t('citedNote', { count: figures.length })}>
        {figures.length > 0 ? (
          <FigureTable caption={t('cited')} rows={figures} locale={locale} anchored />
        ) : (
          <p className="text-ink-2">{t('noneCited')}</p>
        )}
      </Section>
      {replaced.length > 0 && (
        <Section id="replaced" title={t('replaced')}>
          <FigureTable caption={t('replaced')} rows={replaced} locale={locale} />
        </Section>
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-rule py-2">
      <dt className="w-20 shrink-0 text-ink-2">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
