import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { bulletinList } from '@/lib/publishing/bulletins/queries';
import type { BulletinHead } from '@/lib/publishing/bulletins/words';
import { BulletinAddress } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'bulletins')('title') };
}

/** All documents, drafts first and then the newest. */
export default async function BulletinsPage({ searchParams }: PageProps<'/publishing/bulletins'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('bulletins'), searchParams]);
  const { page, done } = BulletinAddress.parse(query);
  const { bulletins, total } = await bulletinList(principal, { page });
  const t = translator(locale, 'bulletins');
  const by = (name: string, at: Date) =>
    marked(t('by', { name: writtenActor(name, locale), at: writtenMoment(at) }), locale);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          maySee(principal.role, 'manageBulletins') && (
            <a href={paths.newBulletin} className={buttonLook('primary')}>
              {t('create')}
            </a>
          )
        }
      />
      {done === 'dropped' && <Notice>{t('dropped')}</Notice>}
      <DataTable<BulletinHead>
        caption={t('caption')}
        stacked
        rows={bulletins}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} reason={t('noneReason')} />}
        columns={[
          {
            key: 'name',
            header: t('name'),
            className: 'min-w-60',
            cell: ({ id, heading }) => (
              <a href={paths.bulletin(id)} className="font-medium text-sea hover:underline">
                {marked(heading, locale)}
              </a>
            ),
          },
          { key: 'kind', header: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
          { key: 'reference', header: t('reference'), cell: ({ reference }) => marked(reference, locale) },
          { key: 'state', header: t('state'), cell: ({ state }) => t(`states.${state}`) },
          { key: 'edited', header: t('edited'), cell: (one) => by(one.editor, one.editedAt) },
          {
            key: 'issued',
            header: t('issued'),
            cell: ({ issuer, issuedAt }) => (issuer && issuedAt ? by(issuer, issuedAt) : '—'),
          },
        ]}
      />
      <Pager page={page} pages={pagesOf(total)} hrefOf={pageAddress(paths.bulletins, {})} locale={locale} />
    </>
  );
}
