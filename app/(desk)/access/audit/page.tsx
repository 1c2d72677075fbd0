import type { Metadata } from 'next';
import { Suspense } from 'react';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { trail, trailEnd } from '@/lib/access/audit/trail/queries';
import { choiceIn, TrailAddress, trailQuery } from '@/lib/access/audit/trail/trail-choice';
import { longestFile } from '@/lib/access/audit/trail/words';
import { writtenSecond } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { ChainCheck } from './chain-check';
import { TrailFilters } from './trail-filters';
import { TrailTable } from './trail-table';

const path = paths.audit;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'audit')('title') };
}

export default async function AuditPage({ searchParams }: PageProps<'/access/audit'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('audit')]);
  const address = TrailAddress.parse(await searchParams);
  const t = translator(locale, 'audit');
  const choice = choiceIn(address, { system: t('system'), anonymous: t('anonymous') });
  const [found, end] = await Promise.all([trail(principal, choice, { before: address.before }), trailEnd(principal)]);
  const oldest = found.events.at(-1);
  const download = (format: string) => paths.auditFile + trailQuery(address, { format });
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <>
            <span className="text-xs text-ink-2 max-sm:w-full">{t('downloadHint', { most: longestFile })}</span>
            <a href={download('xlsx')} className={buttonLook('outline')}>
              {t('xlsx')}
            </a>
            <a href={download('csv')} className={buttonLook('outline')}>
              {t('csv')}
            </a>
          </>
        }
      />
      <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
        {end ? t('chain.end', { events: end.seq, at: writtenSecond(end.at) }) : t('chain.empty')}
        {end && (
          <a
            href={path + trailQuery(address, { before: address.before, check: 1 })}
            data-stay=""
            className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11"
          >
            {t('chain.check')}
          </a>
        )}
      </p>
      {address.check && end && (
        <Suspense fallback={<Notice>{t('chain.checking')}</Notice>}>
          <ChainCheck principal={principal} end={end} locale={locale} />
        </Suspense>
      )}
      <TrailFilters action={path} address={address} locale={locale} />
      {trailQuery(address) !== '' && (
        <Notice>
          {t('filtered')}{' '}
          <a href={path} className="inline-flex min-h-6 items-center text-sea underline max-sm:min-h-11">
            {t('showAll')}
          </a>
        </Notice>
      )}
      {found.events.length === 0 ? (
        <EmptyState
          title={t('none')}
          reason={t('noneReason')}
          action={
            <a href={path} className={buttonLook('outline')}>
              {t('reset')}
            </a>
          }
        />
      ) : (
        <TrailTable trail={found} path={path} address={address} locale={locale} />
      )}
      {(found.isMore || address.before !== undefined) && (
        <nav className="mt-4 flex flex-wrap items-center gap-3" data-chrome>
          {address.before !== undefined && (
            <a href={path + trailQuery(address)} className={buttonLook('outline')}>
              {t('newest')}
            </a>
          )}
          {found.isMore && oldest && (
            <a href={path + trailQuery(address, { before: oldest.seq })} className={buttonLook('outline')}>
              {t('older')}
            </a>
          )}
        </nav>
      )}
    </>
  );
}
