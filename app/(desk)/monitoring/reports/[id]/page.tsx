import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { RemarksAbout } from '@/app/(desk)/monitoring/follow-ups/remarks-about';
import { LampGrid } from '@/app/(desk)/monitoring/lamps/lamp-grid';
import { ReasonList } from '@/app/(desk)/monitoring/lamps/reason-list';
import { ReportAddress } from '@/app/(desk)/monitoring/reports/address';
import { DraftLink } from '@/app/(desk)/publishing/bulletins/draft-link';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { TurnedLamps } from '@/app/ui/figures/turned-lamps';
import { marked } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { PrintButton } from '@/app/ui/primitives/print-button';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { FileLinks } from '@/app/ui/tables/file-links';
import { pageAddress } from '@/app/ui/tables/page-number';
import { Pager } from '@/app/ui/tables/pager';
import { maySee } from '@/lib/access/permissions';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import {
  reportBefore,
  reportBodies,
  reportOf,
  reportTable,
  reportTurns,
  reportYear,
} from '@/lib/monitoring/reports/queries';
import { reportName } from '@/lib/monitoring/reports/report-name';
import { pagesOf } from '@/lib/paging';
import { paths } from '@/lib/paths';
import { Bodies } from './bodies';
import { Measures } from './measures';
import { YearSections } from './year-sections';

/** Cached, since the page and its title both need it. */
const foundReport = cache(async (id: string) => reportOf(await principalFor('reports'), addressPart(id)));

export async function generateMetadata({ params }: PageProps<'/monitoring/reports/[id]'>): Promise<Metadata> {
  const [{ id }, locale] = await Promise.all([params, currentLocale()]);
  const report = await foundReport(id);
  return report ? { title: reportName(report, locale) } : {};
}

/** A report: remarks, what changed since the one before, the lamps of each unit and their reasons. */
export default async function ReportPage({ params, searchParams }: PageProps<'/monitoring/reports/[id]'>) {
  const [{ id }, query, locale, principal] = await Promise.all([
    params,
    searchParams,
    currentLocale(),
    principalFor('reports'),
  ]);
  const report = await foundReport(id);
  if (!report) notFound();
  const { done, page, only } = ReportAddress.parse(query);
  const [table, before, bodies, soFar] = await Promise.all([
    reportTable(principal, report, { only, page }),
    reportBefore(principal, report),
    reportBodies(principal, report),
    reportYear(principal, report),
  ]);
  const turns = before && (await reportTurns(principal, report, before));
  const soFarBefore = before && (await reportYear(principal, before));
  const t = translator(locale, 'reports');
  const name = reportName(report, locale);
  const about = { kind: 'report', report: report.id } as const;
  const { red, yellow, green, unlit } = table.counts;
  return (
    <>
      <PageHeader
        title={name}
        subtitle={
          report.publishedAt && report.publisher
            ? `${t('published')}：${t('by', { name: writtenActor(report.publisher, locale), at: writtenMoment(report.publishedAt) })}`
            : t('draftNote')
        }
        breadcrumb={[{ label: t('title'), href: paths.reports }]}
        actions={
          <>
            <FileLinks path={paths.reportFile(report.id)} words={{ csv: t('csv'), xlsx: t('download') }} />
            <PrintButton label={t('print')} tone="outline" />
            {report.state === 'published' && (
              <DraftLink principal={principal} on={{ kind: 'monitoring', report: report.id }} locale={locale} />
            )}
          </>
        }
      />
      {done === 'saved' && <Notice>{t('saved')}</Notice>}
      {done === 'published' && <Notice>{t('publishedNow')}</Notice>}
      {report.note !== '' && <p className="mb-4 max-w-prose whitespace-pre-line">{marked(report.note, locale)}</p>}
      <p className="mb-2 font-medium">{t('counts', { total: red + yellow + green, red, yellow, green, unlit })}</p>
      <Section id="turns" title={t('turns')} note={before && t('turnsNote', { name: reportName(before, locale) })}>
        {turns ? <TurnedLamps turned={turns} locale={locale} /> : <p className="text-ink-2">{t('first')}</p>}
      </Section>
      <Section id="grid" title={t('grid')}>
        <LampGrid table={table} caption={name} year={report.year} own={principal.unitCode} locale={locale} />
        <Pager
          page={page}
          pages={pagesOf(table.total)}
          hrefOf={pageAddress(paths.report(report.id), { only })}
          whole={t('download')}
          locale={locale}
        />
      </Section>
      <ReasonList table={table} year={report.year} locale={locale} />
      <Bodies bodies={bodies} locale={locale} />
      {soFar && <YearSections soFar={soFar} before={soFarBefore} own={principal.unitCode} locale={locale} />}
      <div data-chrome>
        <RemarksAbout
          principal={principal}
          about={about}
          on={report.state === 'published' ? about : null}
          what={name}
          locale={locale}
        />
      </div>
      {report.state === 'draft' && maySee(principal.role, 'manageReports') && (
        <Measures report={report} me={principal.userId} locale={locale} />
      )}
    </>
  );
}
