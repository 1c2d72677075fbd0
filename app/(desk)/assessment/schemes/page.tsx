import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { may, maySee } from '@/lib/access/permissions';
import { schemeList } from '@/lib/assessment/schemes/queries';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { SchemeTable } from './scheme-table';

const Told = z.object({ done: z.literal('discarded').optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'schemes')('title') };
}

export default async function SchemesPage({ searchParams }: PageProps<'/assessment/schemes'>) {
  const [locale, principal, raw] = await Promise.all([currentLocale(), principalFor('published'), searchParams]);
  const lines = await schemeList(principal);
  const { done } = Told.parse(raw);
  const t = translator(locale, 'schemes');
  const actions = may(principal.role, 'scheme.create') && (
    <>
      <a href={withQuery(paths.newScheme, {}, 'import')} className={buttonLook('outline')}>
        {t('import')}
      </a>
      <a href={paths.newScheme} className={buttonLook('primary')}>
        {t('create')}
      </a>
    </>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          <>
            {t('lead')} {lines.length > 0 && t('count', { count: lines.length })}
          </>
        }
        actions={actions}
      />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      {lines.length === 0 ? (
        <EmptyState
          title={t('none')}
          reason={actions ? t('noneToManage') : t('noneReason')}
          {...(actions && { action: <span className="flex flex-wrap justify-center gap-2">{actions}</span> })}
        />
      ) : (
        <SchemeTable lines={lines} hasDrafts={maySee(principal.role, 'schemeDrafts')} locale={locale} />
      )}
    </>
  );
}
