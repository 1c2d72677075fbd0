import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { maySee } from '@/lib/access/permissions';
import { perUse } from '@/lib/access/throttle/attempts';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { describedOperations } from '@/lib/publishing/api/openapi';
import { mostRows, type ProblemKind, problemStatuses, usualRows } from '@/lib/publishing/api/words';
import { settings } from '@/lib/settings';
import { Code, OperationPart } from './operation-part';
import { WritingPart } from './writing-part';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'api')('title') };
}

/** What other systems may read and how, made of the same schemas that read their requests. */
export default async function ApiReferencePage() {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const [run] = await publishedRuns(principal);
  const t = translator(locale, 'api');
  const { origin } = settings();
  const { free, seconds } = perUse.api;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        breadcrumb={[{ label: translator(locale, 'help')('title'), href: paths.help }]}
      />
      <p className="flex flex-wrap gap-x-6">
        <a href={paths.apiDocument} className="text-sea underline">
          {t('toDocument')}
        </a>
        {maySee(principal.role, 'clients') && (
          <a href={paths.clients} className="text-sea underline">
            {t('toTokens')}
          </a>
        )}
      </p>
      <Section id="tokens" title={t('sections.tokens')}>
        <p className="max-w-4xl">{t('tokens')}</p>
        <Code label={t('example')}>{`curl -H "Authorization: Bearer baton_…" "${origin}${paths.apiUnits}"`}</Code>
      </Section>
      <Section id="paging" title={t('sections.paging')}>
        <p className="max-w-4xl">{t('paging', { most: mostRows, usual: usualRows })}</p>
      </Section>
      <Section id="limits" title={t('sections.limits')}>
        <p className="max-w-4xl">{t('limits', { free, minutes: seconds / 60 })}</p>
      </Section>
      <Section id="operations" title={t('sections.operations')} note={t('numbers')}>
        {describedOperations(locale).map((operation) => (
          <OperationPart
            key={operation.name}
            operation={{ ...operation, example: `${origin}${operation.example.replace('{id}', run?.id ?? '{id}')}` }}
            locale={locale}
          />
        ))}
      </Section>
      <Section id="writing" title={t('sections.writing')}>
        <WritingPart origin={origin} locale={locale} />
      </Section>
      <Section id="told" title={t('sections.changes')}>
        <p className="max-w-4xl">{t('told')}</p>
      </Section>
      <Section id="problems" title={t('sections.problems')} note={t('problemLead')}>
        <ProblemTable locale={locale} />
      </Section>
    </>
  );
}

function ProblemTable({ locale }: { locale: Locale }) {
  const t = translator(locale, 'api');
  const kinds = Object.keys(problemStatuses) as ProblemKind[];
  return (
    <DataTable
      caption={t('sections.problems')}
      rows={kinds}
      rowKey={(kind) => kind}
      rowId={(kind) => kind}
      stacked
      columns={[
        { key: 'kind', header: 'type', cell: (kind) => <code>{`#${kind}`}</code> },
        { key: 'status', header: t('status'), cell: (kind) => problemStatuses[kind] },
        { key: 'about', header: t('about'), cell: (kind) => t(`problems.${kind}.title`) },
      ]}
    />
  );
}
