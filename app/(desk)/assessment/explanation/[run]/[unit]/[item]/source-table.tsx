import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { FactList } from '@/app/ui/tables/fact-list';
import { figuresOfItem } from '@/lib/assessment/explanation/figures-of-item';
import type { UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import type { NamedIndicator, sourceTitles } from '@/lib/assessment/rankings/item/queries';
import { readsTarget } from '@/lib/assessment/runs/targets-needed';
import type { FrozenFigure } from '@/lib/assessment/runs/words';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import { paths } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** The figures of an item's score as they were then, each with its document and its history, and the target. */
export function SourceTable(props: {
  item: SchemeItem;
  unit: UnitResult;
  indicators: ReadonlyMap<string, NamedIndicator>;
  sources: Awaited<ReturnType<typeof sourceTitles>>;
  /** The units that merged into it, by code. */
  merged: ReadonlyMap<string, Named>;
  locale: Locale;
}) {
  const { item, unit, indicators, sources, merged, locale } = props;
  const t = translator(locale, 'explanation');
  const figures = figuresOfItem(item, unit.figures);
  const columns: Column<FrozenFigure>[] = [
    {
      key: 'indicator',
      header: t('sources.indicator'),
      className: 'min-w-32',
      cell: ({ indicator }) => {
        const named = indicators.get(indicator);
        return named ? (
          <a href={paths.indicator(indicator)}>
            {markedName(named, locale)} <span className="text-ink-2">{unitOf(named, locale)}</span>
          </a>
        ) : (
          indicator
        );
      },
    },
    {
      key: 'period',
      header: t('sources.period'),
      className: 'whitespace-nowrap',
      cell: ({ period }) => writtenPeriod(period, locale),
    },
    { key: 'value', header: t('sources.value'), align: 'end', cell: (figure) => writtenText(figure, locale) },
    {
      key: 'vintage',
      header: t('sources.vintage'),
      cell: ({ vintage }) => <VintageTag vintage={vintage} locale={locale} />,
    },
    {
      key: 'revision',
      header: t('sources.revision'),
      align: 'end',
      // A sum has no history of its own: those of the figures that it is of stand in its place.
      cell: ({ indicator, period, revision }) =>
        revision === 0 ? (
          <span className="flex flex-wrap justify-end gap-x-2">
            <span>{t('sources.sumOf')}</span>
            {unit.replaced
              .filter((one) => one.indicator === indicator && one.period === period)
              .flatMap(({ of }) => of)
              .map((code) => (
                <a
                  key={code}
                  href={paths.figure(indicator, code, period)}
                  className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
                >
                  {markedName(merged.get(code) ?? { nameZh: code, nameEn: code }, locale)}
                </a>
              ))}
          </span>
        ) : (
          <a
            href={paths.figure(indicator, unit.code, period)}
            aria-label={`${t('sources.history')} ${revision}`}
            className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
          >
            {revision}
          </a>
        ),
    },
    {
      key: 'source',
      header: t('sources.source'),
      className: 'min-w-48',
      cell: ({ source }) => (
        <>
          <a href={paths.source(source)}>{sources.get(source)?.title ?? source}</a>{' '}
          <WithdrawnSource citation={sources.get(source) ?? { sourceWithdrawn: null }} locale={locale} />
        </>
      ),
    },
  ];
  const target = unit.targets.find(({ indicator }) => indicator === item.indicator);
  const usesTarget = readsTarget(item);
  const written = target
    ? target.stretch === null
      ? t('sources.targetBase', { base: groupedDecimal(target.base) })
      : t('sources.targetStretch', { base: groupedDecimal(target.base), stretch: groupedDecimal(target.stretch) })
    : usesTarget
      ? t('sources.noTarget')
      : '';
  return (
    <>
      {figures.length > 0 ? (
        <>
          <DataTable
            caption={t('sources.caption')}
            rows={figures}
            columns={columns}
            rowKey={({ indicator, period }) => `${indicator} ${period}`}
          />
          <p className="mt-2 text-table text-ink-2">{t('sources.frozen')}</p>
        </>
      ) : (
        <p className="text-ink-2">{t('sources.none')}</p>
      )}
      <div className="mt-3 max-w-3xl">
        <FactList
          facts={[
            [t('sources.target'), written],
            [t('sources.article'), item.article],
          ]}
        />
      </div>
    </>
  );
}
