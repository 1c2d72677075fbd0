import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { writtenRule } from '@/lib/reporting/rules/written-rule';
import { shortNames } from './rule-names';
import { RuleState } from './rule-state';
import { SeverityMark } from './severity-mark';

/** Rules, a line each, with a link to the rule. */
export function RuleTable(props: {
  rules: readonly CheckRule[];
  naming: (code: string) => string;
  today: string;
  locale: Locale;
}) {
  const { rules, naming, today, locale } = props;
  const t = translator(locale, 'rules');
  const columns: Column<CheckRule>[] = [
    {
      key: 'code',
      header: t('code'),
      className: 'whitespace-nowrap',
      cell: (rule) => (
        <a href={paths.rule(rule.code)} className="font-medium text-sea hover:underline">
          {rule.code}
        </a>
      ),
    },
    { key: 'kind', header: t('kind'), className: 'whitespace-nowrap', cell: (rule) => t(`kinds.${rule.kind}`) },
    {
      key: 'says',
      header: t('says'),
      className: 'min-w-72 break-words',
      cell: (rule) => writtenRule(rule, naming, locale),
    },
    {
      key: 'severity',
      header: t('severity'),
      cell: (rule) => <SeverityMark severity={rule.severity} locale={locale} />,
    },
    {
      key: 'indicators',
      header: t('indicators'),
      className: 'min-w-32',
      cell: (rule) => shortNames(rule, naming, locale),
    },
    { key: 'since', header: t('since'), className: 'whitespace-nowrap', cell: (rule) => rule.validFrom },
    { key: 'state', header: t('state'), cell: (rule) => <RuleState rule={rule} today={today} locale={locale} /> },
  ];
  return <DataTable caption={t('title')} rows={rules} columns={columns} rowKey={(rule) => rule.code} />;
}
