import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { may } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import { consequenceRuleList } from '@/lib/monitoring/consequences/rules/queries';
import type { ConsequenceRule } from '@/lib/monitoring/consequences/rules/words';
import { writtenCondition } from '@/lib/monitoring/consequences/rules/written-rule';
import { writtenMet } from '@/lib/monitoring/consequences/written';
import { paths } from '@/lib/paths';
import { RuleStateMark } from './state-mark';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'consequences')('rules.title') };
}

/** All rules of consequences, by sequence. */
export default async function ConsequenceRulesPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('consequenceRules')]);
  const rules = await consequenceRuleList(principal);
  const t = translator(locale, 'consequences');
  return (
    <>
      <PageHeader
        title={t('rules.title')}
        subtitle={t('rules.lead')}
        actions={
          <>
            <a href={paths.consequences} className={buttonLook('quiet')}>
              {t('title')}
            </a>
            {may(principal.role, 'consequenceRules.save') && (
              <a href={paths.newConsequenceRule} className={buttonLook('primary')}>
                {t('rules.create')}
              </a>
            )}
          </>
        }
      />
      <DataTable<ConsequenceRule>
        caption={t('rules.caption')}
        rows={rules}
        rowKey={({ code, number }) => `${code} ${number}`}
        empty={<EmptyState title={t('rules.none')} reason={t('rules.noneReason')} />}
        columns={[
          {
            key: 'name',
            header: t('rules.name'),
            className: 'min-w-32',
            cell: (rule) => (
              <a
                href={paths.consequenceRule(rule.code, rule.number)}
                className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
              >
                {markedName(rule, locale)}
              </a>
            ),
          },
          {
            key: 'number',
            header: t('rules.code'),
            className: 'whitespace-nowrap',
            cell: ({ code, number }) => `${code} · ${t('rules.number', { number })}`,
          },
          {
            key: 'group',
            header: t('rules.group'),
            className: 'min-w-32',
            cell: ({ group }) => markedName(group, locale),
          },
          {
            key: 'says',
            header: t('rules.says'),
            className: 'min-w-72',
            cell: (rule) => marked(writtenCondition(rule, locale), locale),
          },
          {
            key: 'measure',
            header: t('rules.measure'),
            className: 'min-w-24',
            cell: ({ measure }) => t(`measures.${measure}`),
          },
          {
            key: 'from',
            header: t('rules.from'),
            className: 'whitespace-nowrap',
            cell: ({ validFrom }) => writtenMet(validFrom.slice(0, 7), locale),
          },
          {
            key: 'to',
            header: t('rules.to'),
            className: 'whitespace-nowrap',
            cell: ({ validTo }) => (validTo === null ? '—' : writtenMet(validTo.slice(0, 7), locale)),
          },
          { key: 'state', header: t('rules.state'), cell: (rule) => <RuleStateMark rule={rule} locale={locale} /> },
        ]}
      />
    </>
  );
}
