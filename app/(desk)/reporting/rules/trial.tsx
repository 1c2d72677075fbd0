import type { ReactNode } from 'react';
import { markedName } from '@/app/ui/primitives/marked';
import { Notice } from '@/app/ui/primitives/notice';
import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import { type DryRun, type FoundFigure, mostTried, triedPeriods } from '@/lib/reporting/rules/dry-run/words';
import { writtenFinding } from '@/lib/reporting/rules/written-finding';

/** The findings of a rule in past figures: their number, then the actions (`children`), then the latest findings. */
export function Trial({ run, locale, children }: { run: DryRun; locale: Locale; children: ReactNode }) {
  const t = translator(locale, 'rules');
  const { tried, found, units, lines } = run;
  const counted = tried === 0 ? t('triedEmpty') : found === 0 ? t('triedNone', { tried }) : null;
  return (
    <>
      <Section title={t('tried')} id="tried" note={t('triedLead', { periods: triedPeriods })}>
        <p className="text-lg font-semibold">{counted ?? t('triedCount', { tried, found, units })}</p>
        {run.isCut && <Notice tone="warn">{t('triedCut', { most: mostTried })}</Notice>}
      </Section>
      {children}
      {lines.length > 0 && (
        <Section
          title={t('foundTitle')}
          id="found"
          note={found > lines.length ? t('triedShown', { shown: lines.length }) : undefined}
        >
          <FoundTable lines={lines} locale={locale} />
        </Section>
      )}
    </>
  );
}

function FoundTable({ lines, locale }: { lines: readonly FoundFigure[]; locale: Locale }) {
  const t = translator(locale, 'rules');
  const columns: Column<FoundFigure>[] = [
    { key: 'unit', header: t('unit'), className: 'whitespace-nowrap', cell: ({ unit }) => markedName(unit, locale) },
    {
      key: 'indicator',
      header: t('indicator'),
      className: 'min-w-40',
      cell: ({ indicator }) =>
        locale === 'en'
          ? `${nameOf(indicator, locale)} (${unitOf(indicator, locale)})`
          : `${nameOf(indicator, locale)}（${unitOf(indicator, locale)}）`,
    },
    {
      key: 'period',
      header: t('period'),
      className: 'whitespace-nowrap',
      cell: ({ figure }) => writtenPeriod(figure.periodCode, locale),
    },
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      className: 'whitespace-nowrap',
      cell: ({ figure, indicator }) => writtenText({ ...figure, qualifierPrinted: '' }, locale, indicator.measure),
    },
    {
      key: 'finding',
      header: t('finding'),
      className: 'min-w-72',
      cell: ({ finding }) => writtenFinding(finding, locale),
    },
  ];
  return (
    <DataTable
      caption={t('tried')}
      rows={lines}
      columns={columns}
      rowKey={({ figure, finding }) => `${figure.unitCode} ${figure.indicatorCode} ${figure.periodCode} ${finding.key}`}
    />
  );
}
