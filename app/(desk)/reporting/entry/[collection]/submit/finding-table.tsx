import { Badge } from '@/app/ui/primitives/badge';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Summary } from '@/lib/reporting/entry/form/summary';
import { keyOf } from '@/lib/reporting/figure-key';
import { writtenFinding } from '@/lib/reporting/rules/written-finding';
import type { CheckFinding } from '@/lib/reporting/words';

/** All findings, the worst first, each with its explanation and a link to its figure. */
export function FindingTable(props: { summary: Summary; formPath: string; locale: Locale }) {
  const { summary, locale } = props;
  const t = translator(locale, 'entry');
  const r = translator(locale, 'reporting');
  const figureOf = (finding: CheckFinding) => summary.figures.find((figure) => keyOf(figure) === keyOf(finding));
  const columns: Column<CheckFinding>[] = [
    {
      key: 'severity',
      header: t('findings'),
      className: 'whitespace-nowrap',
      cell: ({ severity }) => (
        <Badge tone={severity === 'notice' ? 'plain' : 'gold'}>{r(`severities.${severity}`)}</Badge>
      ),
    },
    {
      key: 'indicator',
      header: t('columns.indicator'),
      cell: (finding) => {
        const figure = figureOf(finding);
        const at = figure ? summary.figures.indexOf(figure) : 0;
        return (
          figure && (
            <>
              <a href={`${props.formPath}#figure-${at}`}>{nameOf(figure.indicator, locale)}</a>
              <span className="block text-xs text-ink-2">{writtenPeriod(finding.periodCode, locale)}</span>
            </>
          )
        );
      },
    },
    { key: 'said', header: t('columns.remarks'), cell: (finding) => writtenFinding(finding, locale) },
    {
      key: 'explanation',
      header: t('explanation'),
      cell: (finding) =>
        summary.silent.includes(finding) ? (
          <span className="text-vermilion">{t('explanationNeeded')}</span>
        ) : (
          figureOf(finding)?.entry.explanation || '—'
        ),
    },
  ];
  return (
    <DataTable
      caption={t('findings')}
      rows={summary.findings}
      columns={columns}
      rowKey={(finding) => `${keyOf(finding)} ${finding.rule} ${finding.key}`}
    />
  );
}
