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
import { reportList } from '@/lib/monitoring/reports/queries';
import { reportName } from '@/lib/monitoring/reports/report-name';
import type { ReportHead } from '@/lib/monitoring/reports/words';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { ReportAddress } from './address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'reports')('title') };
}

/** All monitoring reports, the newest first. */
export default async function ReportsPage({ searchParams }: PageProps<'/monitoring/reports'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('reports'), searchParams]);
  const { page, done } = ReportAddress.parse(query);
  const { reports, total } = await reportList(principal, { page });
  const t = translator(locale, 'reports');
  const by = (name: string | null, at: Date | null) =>
    name !== null && at !== null
      ? marked(t('by', { name: writtenActor(name, locale), at: writtenMoment(at) }), locale)
      : '—';
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          maySee(principal.role, 'manageReports') && (
            <a href={paths.newReport} className={buttonLook('primary')}>
              {t('prepare')}
            </a>
          )
        }
      />
      {done === 'dropped' && <Notice>{t('dropped')}</Notice>}
      <DataTable<ReportHead>
        caption={t('caption')}
        rows={reports}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('none')} reason={t('noneReason')} />}
        columns={[
          {
            key: 'name',
            header: t('name'),
            className: 'min-w-60',
            cell: (report) => (
              <a href={paths.report(report.id)} className="font-medium text-sea hover:underline">
                {marked(reportName(report, locale), locale)}
              </a>
            ),
          },
          { key: 'state', header: t('state'), cell: ({ state }) => t(`states.${state}`) },
          { key: 'prepared', header: t('prepared'), cell: (one) => by(one.preparer, one.preparedAt) },
          { key: 'published', header: t('published'), cell: (one) => by(one.publisher, one.publishedAt) },
        ]}
      />
      <Pager page={page} pages={pagesOf(total)} hrefOf={pageAddress(paths.reports, {})} locale={locale} />
    </>
  );
}
