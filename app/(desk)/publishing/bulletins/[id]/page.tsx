import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BulletinAddress } from '@/app/(desk)/publishing/bulletins/address';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { maySee } from '@/lib/access/permissions';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { bulletinContent } from '@/lib/publishing/bulletins/content';
import { bulletinOf } from '@/lib/publishing/bulletins/queries';
import { pageOfSource, readSource } from '@/lib/publishing/bulletins/register/queries';
import { sourceOf } from '@/lib/publishing/bulletins/sources';
import { Facts } from './facts';
import { Measures } from './measures';
import { Sheet } from './sheet';

const doneWords = { saved: 'saved', checked: 'checkedNow', issued: 'issuedNow' } as const;

/** Cached, since the page and its title both need it. */
const foundBulletin = cache(async (id: string) => bulletinOf(await principalFor('bulletins'), addressPart(id)));

export async function generateMetadata({ params }: PageProps<'/publishing/bulletins/[id]'>): Promise<Metadata> {
  const bulletin = await foundBulletin((await params).id);
  return bulletin ? { title: bulletin.heading } : {};
}

/** A document as it is printed, and what the office may do with it. */
export default async function BulletinPage({ params, searchParams }: PageProps<'/publishing/bulletins/[id]'>) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('bulletins'),
  ]);
  const bulletin = await foundBulletin(id);
  if (!bulletin) notFound();
  const { done, find } = BulletinAddress.parse(query);
  const isOpen = bulletin.state !== 'issued';
  const on = sourceOf(bulletin);
  const source = isOpen ? await readSource(principal, on) : null;
  const content = bulletin.frozen ?? (source && bulletinContent(bulletin, source, { number: null, ...bulletin }));
  const t = translator(locale, 'bulletins');
  const { checker, issuer, issuedAt, corrects, correctedBy } = bulletin;
  const manages = maySee(principal.role, 'manageBulletins');
  const title = content?.title ?? bulletin.heading;
  return (
    <>
      <div data-chrome>
        <PageHeader
          title={title}
          subtitle={
            issuer && issuedAt
              ? t('issuedNote', { name: writtenActor(issuer, locale), at: writtenMoment(issuedAt) })
              : checker
                ? t('checkedNote', { name: writtenActor(checker, locale) })
                : t('draftNote')
          }
          breadcrumb={[{ label: t('title'), href: paths.bulletins }]}
          actions={
            <>
              {content && (
                <a href={paths.bulletinFile(bulletin.id)} className={buttonLook('outline')}>
                  {t(isOpen ? 'downloadDraft' : 'download')}
                </a>
              )}
              <PrintButton label={t('print')} tone="outline" />
              {!isOpen && manages && (
                <a
                  href={withQuery(paths.newBulletin, { corrects: bulletin.id, ...on })}
                  className={buttonLook('quiet')}
                >
                  {t('correct')}
                </a>
              )}
            </>
          }
        />
        {done && done !== 'dropped' && <Notice>{t(doneWords[done])}</Notice>}
        {correctedBy.length > 0 && (
          <p className="mb-4 border-l-2 border-gold pl-3">
            {marked(
              t('correctedBy', {
                references: listed(
                  correctedBy.map(({ reference }) => reference),
                  locale,
                ),
              }),
              locale,
            )}
          </p>
        )}
        {corrects && <p className="mb-4">{marked(t('corrects', corrects), locale)}</p>}
        <p className="mb-4 flex flex-wrap gap-x-6 text-sm text-ink-2">
          <a href={pageOfSource(on)} className="text-sea hover:underline">
            {t('basis')}
          </a>
          {bulletin.sha256 && (
            <span>
              {t('hash')} <span className="font-mono break-all">{bulletin.sha256}</span>
            </span>
          )}
        </p>
      </div>
      {content ? (
        <Sheet content={content} isDraft={isOpen} locale={locale} />
      ) : (
        <p className="border-l-2 border-vermilion pl-3">{t('refused.noSource')}</p>
      )}
      {isOpen && manages && (
        <div data-chrome>
          <Measures
            bulletin={bulletin}
            example={[...(source?.facts.keys() ?? [])][0] ?? ''}
            me={principal.userId}
            locale={locale}
          />
          {source && <Facts facts={source.facts} find={find} path={paths.bulletin(bulletin.id)} locale={locale} />}
        </div>
      )}
    </>
  );
}
