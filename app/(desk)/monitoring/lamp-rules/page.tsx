import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { marked } from '@/app/ui/primitives/marked';
import { PageHeader } from '@/app/ui/shell/page-header';
import { DataTable } from '@/app/ui/tables/data-table';
import { may } from '@/lib/access/permissions';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import { ruleSetList } from '@/lib/monitoring/lamps/rule-sets/queries';
import type { LampRuleSet } from '@/lib/monitoring/lamps/rule-sets/words';
import { writtenRules } from '@/lib/monitoring/lamps/rule-sets/written-rules';
import { paths } from '@/lib/paths';
import { StateMark } from './state-mark';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'lamps')('rules.title') };
}

/** All rules of lamps, by sequence. */
export default async function LampRulesPage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('lampRules')]);
  const sets = await ruleSetList(principal);
  const t = translator(locale, 'lamps');
  const month = (day: string) =>
    writtenPeriod(periodCode('month', Number(day.slice(0, 4)), Number(day.slice(5, 7))), locale);
  return (
    <>
      <PageHeader
        title={t('rules.title')}
        subtitle={t('rules.lead')}
        actions={
          <>
            <a href={paths.lamps} className={buttonLook('quiet')}>
              {t('title')}
            </a>
            {may(principal.role, 'lampRules.save') && (
              <a href={paths.newLampRules} className={buttonLook('primary')}>
                {t('rules.create')}
              </a>
            )}
          </>
        }
      />
      <DataTable<LampRuleSet>
        caption={t('rules.caption')}
        rows={sets}
        rowKey={({ code, number }) => `${code} ${number}`}
        empty={<EmptyState title={t('rules.none')} reason={t('rules.noneReason')} />}
        columns={[
          {
            key: 'name',
            header: t('rules.name'),
            className: 'min-w-28',
            cell: (set) => (
              <a href={paths.lampRuleSet(set.code, set.number)} className="font-medium text-sea hover:underline">
                {marked(set.nameZh, locale)}
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
            cell: ({ groupZh, groupEn }) => marked(locale === 'en' ? groupEn : groupZh, locale),
          },
          {
            key: 'says',
            header: t('rules.says'),
            className: 'min-w-72',
            cell: ({ rules }) => (
              <ul>
                {writtenRules(rules, locale).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
          {
            key: 'indicators',
            header: t('rules.indicators'),
            cell: ({ indicators }) =>
              indicators.length === 0
                ? t('rules.allIndicators')
                : t('rules.someIndicators', { count: indicators.length }),
          },
          {
            key: 'from',
            header: t('rules.from'),
            className: 'whitespace-nowrap',
            cell: ({ validFrom }) => month(validFrom),
          },
          {
            key: 'to',
            header: t('rules.to'),
            className: 'whitespace-nowrap',
            cell: ({ validTo }) => (validTo === null ? '—' : month(validTo)),
          },
          { key: 'state', header: t('rules.state'), cell: (set) => <StateMark set={set} locale={locale} /> },
        ]}
      />
    </>
  );
}
