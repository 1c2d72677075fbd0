import { figurePath } from '@/app/ui/figures/figure-path';
import { RevisedBy } from '@/app/ui/figures/revised-by';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { Badge } from '@/app/ui/primitives/badge';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import { paths } from '@/lib/paths';
import type { ChangedFigure } from '@/lib/reporting/revisions/words';
import { DoneBy } from './done-by';

/** Figures with their old and new value, each with a link to its history. */
export function ChangeTable(props: { figures: readonly ChangedFigure[]; caption: string; locale: Locale }) {
  const { figures, caption, locale } = props;
  const t = translator(locale, 'revisions');
  const none = translator(locale, 'figures')('none');
  const columns: Column<ChangedFigure>[] = [
    {
      key: 'figure',
      header: t('columns.figure'),
      className: 'min-w-36 max-sm:max-w-40',
      cell: ({ indicator, ...row }) => (
        <a
          href={figurePath({ ...row, orgUnitCode: row.unitCode })}
          className="inline-block py-0.5 text-sea hover:underline"
        >
          {markedName(indicator, locale)}
          {!isWorded(indicator.measure) && (
            <span className="text-xs text-ink-2">{` ${unitOf(indicator, locale)}`}</span>
          )}
        </a>
      ),
    },
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'whitespace-nowrap',
      cell: ({ unit }) => markedName(unit, locale),
    },
    {
      key: 'period',
      header: t('columns.period'),
      className: 'whitespace-nowrap',
      cell: ({ periodCode }) => writtenPeriod(periodCode, locale),
    },
    {
      key: 'before',
      header: t('columns.before'),
      align: 'end',
      className: 'whitespace-nowrap',
      cell: ({ before, indicator }) =>
        before ? <span className="text-ink-2">{writtenText(before, locale, indicator.measure)}</span> : none,
    },
    {
      key: 'after',
      header: t('columns.after'),
      align: 'end',
      className: 'whitespace-nowrap font-semibold',
      cell: ({ after, indicator, isWithdrawn }) => (isWithdrawn ? none : writtenText(after, locale, indicator.measure)),
    },
    {
      key: 'difference',
      header: t('columns.difference'),
      align: 'end',
      className: 'w-32',
      cell: (row) => <Difference row={row} locale={locale} />,
    },
    {
      key: 'vintage',
      header: t('columns.vintage'),
      className: 'whitespace-nowrap',
      cell: ({ before, after }) => (
        <>
          <VintageTag vintage={after.vintage} locale={locale} />
          {before && before.vintage !== after.vintage && (
            <span className="block text-xs text-ink-2">
              {t('from', { vintage: translator(locale, 'figures')(before.vintage) })}
            </span>
          )}
        </>
      ),
    },
    { key: 'reason', header: t('columns.reason'), className: 'min-w-32', cell: ({ reason }) => marked(reason, locale) },
    {
      key: 'source',
      header: t('columns.source'),
      className: 'min-w-40',
      cell: ({ after, sourceTitle, sourceWithdrawn }) => (
        <>
          <a href={paths.source(after.sourceCode)} className="text-sea hover:underline">
            {marked(sourceTitle, locale)}
          </a>{' '}
          <WithdrawnSource citation={{ sourceWithdrawn }} locale={locale} />
        </>
      ),
    },
    // Without a person whom the reader may know, the column would say the same in every row.
    ...(figures.some(({ by }) => by.kind === 'person')
      ? [
          {
            key: 'by',
            header: t('columns.by'),
            className: 'whitespace-nowrap',
            cell: ({ by }: ChangedFigure) => <DoneBy actor={by} locale={locale} />,
          },
        ]
      : []),
    {
      key: 'at',
      header: t('columns.at'),
      className: 'whitespace-nowrap text-ink-2',
      cell: ({ at }) => <time dateTime={at.toISOString()}>{writtenMoment(at)}</time>,
    },
  ];
  return (
    <DataTable
      caption={caption}
      rows={figures}
      columns={columns}
      rowKey={({ indicatorCode, unitCode, periodCode }) => `${indicatorCode} ${unitCode} ${periodCode}`}
    />
  );
}

function Difference({ row, locale }: { row: ChangedFigure; locale: Locale }) {
  const t = translator(locale, 'revisions');
  if (row.isWithdrawn) return <Badge tone="gold">{t('withdrawn')}</Badge>;
  if (!row.before) return <Badge tone="sea">{t('added')}</Badge>;
  const others = row.differs.filter((part) => part !== 'value').map((part) => t(`parts.${part}`));
  return (
    <>
      {row.differs.includes('value')
        ? row.difference && <RevisedBy difference={row.difference} locale={locale} />
        : t('onlyParts')}
      {others.length > 0 && (
        <span className="block text-xs text-ink-2">{t('changedParts', { parts: listed(others, locale) })}</span>
      )}
    </>
  );
}
