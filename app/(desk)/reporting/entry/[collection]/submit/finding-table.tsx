import { Badge } from '@/app/ui/primitives/badge';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Summary } from '@/lib/reporting/entry/form/summary';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { concernsOf, explainedAt } from '@/lib/reporting/rules/find';
import { writtenFinding } from '@/lib/reporting/rules/written-finding';
import { type CheckFinding, entryFields } from '@/lib/reporting/words';
import { ExplanationField } from './explanation-field';
import { LockedFigures } from './locked-figures';

/** All findings, the worst first, each with its explanation, or a field for it, and a link to its figure. */
export function FindingTable(props: { summary: Summary; formPath: string; locale: Locale }) {
  const { summary, locale } = props;
  const t = translator(locale, 'entry');
  const r = translator(locale, 'reporting');
  const figureAt = new Map(summary.figures.map((figure) => [keyOf(figure), figure]));
  const figureOf = (finding: CheckFinding) => figureAt.get(keyOf(finding));
  const entries = Object.fromEntries(summary.lines.map(({ figure }) => [keyOf(figure), figure.entry]));
  const given = (finding: CheckFinding) => entries[explainedAt(finding, entries) ?? keyOf(finding)]?.explanation;
  // A figure of several findings is explained once, at the first.
  const asked = new Map<string, CheckFinding>();
  for (const finding of summary.silent) if (!asked.has(keyOf(finding))) asked.set(keyOf(finding), finding);
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
      className: 'min-w-36',
      cell: (finding) => {
        const figure = figureOf(finding);
        return (
          figure && (
            <>
              <a
                href={`${props.formPath}#figure-${summary.figures.indexOf(figure)}`}
                className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
              >
                {markedName(figure.indicator, locale)}
              </a>
              <span className="block text-xs text-ink-2">{writtenPeriod(finding.periodCode, locale)}</span>
            </>
          )
        );
      },
    },
    {
      key: 'said',
      header: t('columns.remarks'),
      cell: (finding) => (
        <>
          {writtenFinding(finding, locale)}
          <LockedFigures
            figures={concernsOf(finding).flatMap((key) => figureAt.get(key) ?? [])}
            formPath={props.formPath}
            locale={locale}
          />
        </>
      ),
    },
    {
      key: 'explanation',
      header: t('explanation'),
      cell: (finding) => {
        const figure = figureOf(finding);
        if (!figure || !summary.silent.includes(finding)) return given(finding) || '—';
        if (asked.get(keyOf(finding)) === finding) return <Explanation figure={figure} locale={locale} />;
        return <span className="text-vermilion">{t('explanationNeeded')}</span>;
      },
    },
  ];
  return (
    <div className="finding-cards">
      <DataTable
        caption={t('findings')}
        rows={summary.findings}
        columns={columns}
        rowKey={(finding) => `${concernsOf(finding)[0]} ${finding.rule} ${finding.key}`}
      />
    </div>
  );
}

/** The field of a figure's explanation, with the rest of its entry as it is. */
function Explanation({ figure, locale }: { figure: FormFigure; locale: Locale }) {
  const t = translator(locale, 'entry');
  const key = keyOf(figure);
  return (
    <>
      <input type="hidden" name={`version:${key}`} value={figure.version} />
      {entryFields
        .filter((field) => field !== 'explanation')
        .map((field) => (
          <input key={field} type="hidden" name={`${field}:${key}`} value={figure.entry[field]} />
        ))}
      <ExplanationField
        name={`explanation:${key}`}
        value={figure.entry.explanation}
        label={t('explanationOf', {
          indicator: nameOf(figure.indicator, locale),
          period: writtenPeriod(figure.periodCode, locale),
        })}
        lacking={t('explanationLacks', { count: '{count}' })}
      />
    </>
  );
}
