import type { Metadata } from 'next';
import * as z from 'zod';
import { currentDay } from '@/app/server/clock';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { maySee } from '@/lib/access/permissions';
import { groupList } from '@/lib/catalogue/groups/queries';
import type { GroupLine } from '@/lib/catalogue/groups/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Asked = z.object({ done: z.literal('deleted').optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'groups')('title') };
}

export default async function SequencesPage({ searchParams }: PageProps<'/catalogue/sequences'>) {
  const [locale, principal, today] = await Promise.all([currentLocale(), currentPrincipal(), currentDay()]);
  const { done } = Asked.parse(await searchParams);
  const groups = await groupList(principal, today);
  const t = translator(locale, 'groups');
  const create = maySee(principal.role, 'manageUnits') && (
    <a href={paths.newSequence} className={buttonLook('primary')}>
      {t('create')}
    </a>
  );
  const columns: Column<GroupLine>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: (group) => (
        <a href={paths.sequence(group.code)} className="hover:text-sea hover:underline">
          {nameOf(group, locale)}
        </a>
      ),
    },
    {
      key: 'members',
      header: t('members'),
      align: 'end',
      className: 'whitespace-nowrap',
      cell: ({ members }) => t('membersOf', { count: members }),
    },
    {
      key: 'state',
      header: t('state'),
      className: 'whitespace-nowrap',
      cell: ({ retiredOn }) =>
        retiredOn !== null && retiredOn < today ? t('retired', { day: retiredOn }) : t('active'),
    },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        breadcrumb={[{ label: translator(locale, 'units')('title'), href: paths.units }]}
        actions={create}
      />
      {done && <Notice>{t('done.deleted')}</Notice>}
      <DataTable
        caption={t('title')}
        rows={groups}
        columns={columns}
        rowKey={({ code }) => code}
        empty={<EmptyState title={t('none')} reason={t('noneReason')} action={create} />}
      />
    </>
  );
}
