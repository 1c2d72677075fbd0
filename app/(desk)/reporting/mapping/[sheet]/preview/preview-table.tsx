import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { nameTeller } from '@/lib/catalogue/names/told-name';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { findInCited } from '@/lib/observations/cited/find-in-cited';
import type { Vintage } from '@/lib/observations/words';
import { writtenText } from '@/lib/observations/written';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import type { ComparedFigure } from '@/lib/reporting/mapping/compare-figures';
import type { MappableNames } from '@/lib/reporting/mapping/read-mapped';

type Props = { rows: readonly ComparedFigure[]; names: MappableNames; vintage: Vintage; locale: Locale };

/** The figures of a sheet with their cells, beside those that pages show, and what should be looked at. */
export function PreviewTable({ rows, names, vintage, locale }: Props) {
  const t = translator(locale, 'mapping');
  const indicators = new Map(names.indicators.map((one) => [one.code, one]));
  const [indicatorNames, unitNames] = [nameTeller(names.indicators), nameTeller(names.units)];
  const growth = (yoy: string | null) => (yoy === null ? t('nothing') : yoy);
  return (
    <DataTable
      caption={t('preview.caption')}
      rows={rows}
      rowKey={({ figure }) => figure.address}
      empty={<p className="text-ink-2">{t('preview.nothing')}</p>}
      columns={[
        { key: 'cell', header: t('preview.columns.cell'), cell: ({ figure }) => figure.address },
        {
          key: 'figure',
          header: t('preview.columns.figure'),
          className: 'min-w-40',
          cell: ({ figure }) => (
            <>
              {marked(indicatorNames(figure.indicatorCode)[locale], locale)} ·{' '}
              {marked(unitNames(figure.unitCode)[locale], locale)}
            </>
          ),
        },
        {
          key: 'period',
          header: t('preview.columns.period'),
          className: 'whitespace-nowrap',
          cell: ({ figure }) => writtenPeriod(figure.periodCode, locale),
        },
        {
          key: 'old',
          header: t('preview.columns.old'),
          align: 'end',
          cell: ({ shown }) => {
            const old = shownOf(shown);
            return old ? writtenText(old, locale) : t('nothing');
          },
        },
        {
          key: 'now',
          header: t('preview.columns.now'),
          align: 'end',
          cell: ({ figure }) => writtenText(figure, locale),
        },
        { key: 'yoy', header: t('preview.columns.yoy'), align: 'end', cell: ({ figure }) => growth(figure.yoy) },
        {
          key: 'rank',
          header: t('preview.columns.rank'),
          align: 'end',
          cell: ({ figure }) => figure.rank ?? t('nothing'),
        },
        { key: 'kind', header: t('preview.columns.kind'), cell: ({ kind }) => t(`preview.kinds.${kind}`) },
        {
          key: 'findings',
          header: t('preview.columns.findings'),
          className: 'min-w-40',
          cell: (row) => {
            const found = findingsOf(row, { names: indicators, vintage, locale });
            return found.length === 0
              ? t('nothing')
              : found.map((one) => (
                  <span key={one} className="block">
                    {marked(one, locale)}
                  </span>
                ));
          },
        },
      ]}
    />
  );
}

type Entries = ReadonlyMap<string, MappableNames['indicators'][number]>;

function shownOf(shown: ComparedFigure['shown']) {
  if (!shown || shown.value === null || shown.qualifier === null || shown.vintage === null) return null;
  const { value, qualifier, vintage } = shown;
  const { decimals, qualifierPrinted, reportedYoy } = shown;
  return { value, decimals: decimals ?? 0, qualifier, qualifierPrinted: qualifierPrinted ?? '', vintage, reportedYoy };
}

/** What reading the cell found, and what a second person will be told. */
function findingsOf(
  { figure, shown, hasValue, growth, ranks }: ComparedFigure,
  { names, vintage, locale }: { names: Entries; vintage: Vintage; locale: Locale },
): string[] {
  const t = translator(locale, 'mapping');
  const indicator = names.get(figure.indicatorCode);
  const become = (kind: 'growth' | 'rank', isKept: boolean, was: string) =>
    t(`preview.findings.${kind}${isKept ? 'Kept' : 'Cleared'}`, { was });
  const rankText = ranks?.was.map(({ scopeZh, rank }) => `${scopeZh} ${rank}`).join('、') ?? '';
  const read = [
    ...figure.findings.map((one) => writtenStaged(one, figure, locale)),
    ...(growth ? [become('growth', growth.isKept, growth.was)] : []),
    ...(ranks ? [become('rank', ranks.isKept, rankText)] : []),
  ];
  if (!indicator || !hasValue) return read;
  const old = shownOf(shown);
  const { value, decimals, qualifier, qualifierPrinted, yoy } = figure;
  const found = findInCited({
    ...{ kind: 'record', measure: indicator.measure, decimals: indicator.decimals, quote: '', sourceWithdrawn: null },
    ...{ periodCode: figure.periodCode, unitFrom: shown?.unitFrom ?? null },
    now: { value, decimals, qualifier, qualifierPrinted, vintage, reportedYoy: yoy },
    ...{ replaces: null, shownRevision: null, shown: old, yearEarlier: null, clearedScope: '' },
  });
  return [
    ...read,
    ...found.flatMap((one) => {
      if (one.kind === 'beforeUnit') return t('preview.findings.beforeUnit', { from: one.from });
      if (one.kind === 'jump') return t('preview.findings.jump', { times: one.times });
      return one.kind === 'lowerVintage' || one.kind === 'manyDecimals' ? t(`preview.findings.${one.kind}`) : [];
    }),
  ];
}
