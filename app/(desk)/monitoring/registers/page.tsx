import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { markedName } from '@/app/ui/primitives/marked';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { may, maySee } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { registersToday } from '@/lib/monitoring/registers/blind/queries';
import type { RegisterToday } from '@/lib/monitoring/registers/blind/words';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'registers')('title') };
}

/** All registers, with what the reader sees of each today. */
export default async function RegistersPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('registers')]);
  const rows = await registersToday(principal, todayOf({ now: new Date() }));
  const t = translator(locale, 'registers');
  const link = (href: string, words: React.ReactNode) => (
    <a href={href} className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11">
      {words}
    </a>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t(maySee(principal.role, 'allRegisters') ? 'lead' : 'unitLead')}
        actions={
          <>
            <PrintButton label={t('print')} tone="outline" />
            {may(principal.role, 'register.save') && (
              <a href={paths.newRegister} className={buttonLook('primary')}>
                {t('create')}
              </a>
            )}
          </>
        }
      />
      <DataTable<RegisterToday>
        caption={t('caption')}
        rows={rows}
        rowKey={({ register }) => register.code}
        empty={<EmptyState title={t('noRegisters')} reason={t('noRegistersReason')} />}
        columns={[
          {
            key: 'name',
            header: t('name'),
            className: 'min-w-40',
            cell: ({ register }) => link(paths.register(register.code), markedName(register, locale)),
          },
          { key: 'kind', header: t('kind'), cell: ({ register }) => t(`kinds.${register.kind}`) },
          {
            key: 'entries',
            header: t('entries'),
            align: 'end',
            cell: ({ register, entries }) => link(paths.registerEntries(register.code), entries),
          },
          {
            key: 'blind',
            header: t('blindCount'),
            align: 'end',
            cell: ({ register, blind }) => link(paths.registerBlind(register.code), blind),
          },
        ]}
      />
    </>
  );
}
