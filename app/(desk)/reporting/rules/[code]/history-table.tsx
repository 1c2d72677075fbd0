import { RuleState } from '@/app/(desk)/reporting/rules/rule-state';
import { SeverityMark } from '@/app/(desk)/reporting/rules/severity-mark';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { RuleRow } from '@/lib/reporting/rules/queries';
import { writtenRule } from '@/lib/reporting/rules/written-rule';

/** The versions of a rule with their first days and authors; latest first. */
export function HistoryTable(props: {
  rows: readonly RuleRow[];
  naming: (code: string) => string;
  today: string;
  locale: Locale;
}) {
  const { naming, today, locale } = props;
  const t = translator(locale, 'rules');
  const columns: Column<RuleRow>[] = [
    { key: 'since', header: t('since'), className: 'whitespace-nowrap', cell: ({ rule }) => rule.validFrom },
    { key: 'state', header: t('state'), cell: ({ rule }) => <RuleState rule={rule} today={today} locale={locale} /> },
    {
      key: 'severity',
      header: t('severity'),
      cell: ({ rule }) => <SeverityMark severity={rule.severity} locale={locale} />,
    },
    {
      key: 'says',
      header: t('says'),
      className: 'min-w-72 break-words',
      cell: ({ rule }) => writtenRule(rule, naming, locale),
    },
    { key: 'by', header: t('by'), className: 'whitespace-nowrap', cell: ({ createdBy }) => createdBy || t('system') },
    { key: 'at', header: t('at'), className: 'whitespace-nowrap', cell: ({ createdAt }) => writtenMoment(createdAt) },
  ];
  return <DataTable caption={t('history')} rows={props.rows} columns={columns} rowKey={({ rule }) => rule.validFrom} />;
}
