import { LampMark } from '@/app/ui/figures/lamp-mark';
import { markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Trial } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampRuleSet } from '@/lib/monitoring/lamps/rule-sets/words';
import { type LampColour, lampColours } from '@/lib/monitoring/lamps/words';
import { writtenReason } from '@/lib/monitoring/lamps/written-lamp';
import { withQuery } from '@/lib/paths';

/** The most tried lamps that are listed. */
const mostShown = 200;

/** What the rules would have said of the past: how many of each colour, in which months, and which. */
export function TrialSection(props: {
  trial: Trial;
  colour: LampColour;
  path: string;
  set: LampRuleSet;
  locale: Locale;
}) {
  const { trial, colour, path, set, locale } = props;
  const t = translator(locale, 'lamps');
  const { red, yellow, green } = trial.counts;
  const total = red + yellow + green;
  if (total === 0) return <p>{t('rules.triedNone')}</p>;
  const found = trial.lamps.filter((lamp) => lamp.colour === colour);
  const shown = found.slice(0, mostShown);
  return (
    <>
      <p className="mb-3">{t('rules.triedCounts', { total, red, yellow, green })}</p>
      <DataTable
        caption={t('rules.triedMonths')}
        rows={trial.months.filter(({ counts }) => counts.red + counts.yellow + counts.green > 0)}
        rowKey={({ year, month }) => `${year} ${month}`}
        columns={[
          {
            key: 'month',
            header: t('columns.month'),
            cell: ({ year, month }) => writtenPeriod(periodCode('month', year, month), locale),
          },
          ...lampColours.toReversed().map((one) => ({
            key: one,
            header: t(`colours.${one}`),
            align: 'end' as const,
            cell: ({ counts }: Trial['months'][number]) => counts[one],
          })),
        ]}
      />
      <div className="mt-6 mb-3">
        <FilterTabs
          label={t('only')}
          options={lampColours.toReversed().map((one) => ({
            label: t(`colours.${one}`),
            href: withQuery(path, { try: one }, 'trial'),
            current: one === colour,
          }))}
        />
      </div>
      <DataTable
        caption={t('rules.triedWhich', { colour: t(`colours.${colour}`) })}
        rows={shown}
        rowKey={({ unit, indicator, year, month }) => `${unit.code} ${indicator.code} ${year} ${month}`}
        empty={<p className="text-ink-2">{t('noneOf')}</p>}
        columns={[
          { key: 'unit', header: t('columns.unit'), cell: ({ unit }) => markedName(unit, locale) },
          { key: 'indicator', header: t('columns.indicator'), cell: ({ indicator }) => markedName(indicator, locale) },
          {
            key: 'month',
            header: t('columns.month'),
            className: 'whitespace-nowrap',
            cell: ({ year, month }) => writtenPeriod(periodCode('month', year, month), locale),
          },
          { key: 'lamp', header: t('columns.colour'), cell: (lamp) => <LampMark lamp={lamp} locale={locale} /> },
          {
            key: 'reason',
            header: t('columns.reason'),
            className: 'min-w-72',
            cell: ({ indicator, ...lamp }) =>
              writtenReason({ ...lamp, rules: set.rules, setBy: null, setReason: '' }, indicator, locale),
          },
        ]}
      />
      {found.length > shown.length && (
        <p className="mt-2 text-table text-ink-2">
          {t('rules.triedMore', { shown: shown.length, count: found.length })}
        </p>
      )}
    </>
  );
}
