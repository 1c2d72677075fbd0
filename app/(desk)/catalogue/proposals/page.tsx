import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { PageNumber, pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { may } from '@/lib/access/permissions';
import { proposalList } from '@/lib/catalogue/proposals/queries';
import { translator } from '@/lib/i18n/translator';
import { pagesOf } from '@/lib/paging';
import { paths, withQuery } from '@/lib/paths';
import { ProposalItem } from './proposal-item';

const Choice = z.object({
  tab: z.literal('decided').optional().catch(undefined),
  done: z.enum(['confirmed', 'refused', 'takenBack', 'proposed']).optional().catch(undefined),
  page: PageNumber,
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'proposals')('title') };
}

/** The changes of the catalogue that reach into the past: those that wait for a second person, and the decided ones. */
export default async function ProposalsPage({ searchParams }: PageProps<'/catalogue/proposals'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('proposals')]);
  const { tab, done, page } = Choice.parse(await searchParams);
  const isDecided = tab === 'decided';
  const found = await proposalList(principal, { isDecided, page });
  const t = translator(locale, 'proposals');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {done && <Notice>{t(`done.${done}`)}</Notice>}
      <div className="mb-5">
        <FilterTabs
          label={t('state')}
          options={[
            { label: t('waiting'), href: paths.proposals, current: !isDecided },
            { label: t('decided'), href: withQuery(paths.proposals, { tab: 'decided' }), current: isDecided },
          ]}
        />
      </div>
      {found.lines.length === 0 ? (
        <EmptyState title={t(isDecided ? 'noneDecided' : 'none')} reason={t('noneReason')} />
      ) : (
        <ul className="border-t-2 border-ink">
          {found.lines.map((line) => (
            <li key={line.id} className="border-b border-rule py-4">
              <ProposalItem
                line={line}
                names={found.names}
                userId={may(principal.role, 'proposal.confirm') ? principal.userId : null}
                locale={locale}
              />
            </li>
          ))}
        </ul>
      )}
      <Pager
        page={found.page}
        pages={pagesOf(found.total)}
        hrefOf={pageAddress(paths.proposals, { tab })}
        locale={locale}
      />
    </>
  );
}
