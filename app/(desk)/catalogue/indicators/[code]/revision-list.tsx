import { figureAnchor } from '@/app/ui/figures/figure';
import { figurePath } from '@/app/ui/figures/figure-path';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { Badge } from '@/app/ui/primitives/badge';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Revision } from '@/lib/observations/ranking/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import { SourceLink } from './figure-list';

/** Past and present values of the figures, the current one marked, with author, time and reason. */
export function RevisionList(props: {
  indicator: IndicatorView;
  revisions: readonly Revision[];
  caption: string;
  locale: Locale;
}) {
  const { indicator, revisions, locale } = props;
  const t = translator(locale, 'indicators');
  const roleWords = translator(locale, 'access');
  const value = isWorded(indicator.measure)
    ? t('columns.valuePlain')
    : t('columns.value', { unit: unitOf(indicator, locale) });
  const columns: Column<Revision>[] = [
    {
      key: 'unit',
      header: t('columns.unit'),
      className: 'whitespace-nowrap',
      cell: (row) => markedName(row.unit, locale),
    },
    {
      key: 'period',
      header: t('columns.period'),
      className: 'whitespace-nowrap',
      cell: (row) => writtenPeriod(row.periodCode, locale),
    },
    {
      key: 'revision',
      header: t('columns.revision'),
      align: 'center',
      cell: (row) => (
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <a
            href={figurePath(row)}
            className="inline-flex min-h-6 min-w-6 items-center justify-center text-sea underline"
          >
            {row.revision}
          </a>
          <Badge tone={row.isWithdrawal ? 'gold' : row.isCurrent ? 'sea' : 'plain'}>
            {t(row.isWithdrawal ? 'revisions.withdrawn' : row.isCurrent ? 'revisions.current' : 'revisions.replaced')}
          </Badge>
        </span>
      ),
    },
    {
      key: 'value',
      header: value,
      align: 'end',
      cell: (row) => (
        <span className="whitespace-nowrap">
          {writtenText(row, locale, indicator.measure)}
          {row.reportedYoy !== null && (
            <span className="block text-xs text-ink-2">
              {t('columns.reported')}{' '}
              <ReportedGrowth change={row.reportedYoy} points={indicator.measure === 'rate'} locale={locale} />
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'vintage',
      header: t('columns.vintage'),
      cell: ({ vintage }) => <VintageTag vintage={vintage} locale={locale} />,
    },
    {
      key: 'source',
      header: t('columns.source'),
      className: 'min-w-56',
      cell: (row) => <SourceLink figure={row} locale={locale} />,
    },
    {
      key: 'reason',
      header: t('columns.reason'),
      className: 'min-w-40',
      cell: (row) => (
        <>
          {marked(row.reason, locale)}
          {row.note && <span className="block text-xs text-ink-2">{marked(row.note, locale)}</span>}
        </>
      ),
    },
    {
      key: 'recorded',
      header: t('columns.recorded'),
      className: 'whitespace-nowrap',
      cell: (row) => (
        <>
          {row.recordedRole ? roleWords(`roles.${row.recordedRole}`) : t('revisions.system')}
          <time dateTime={row.recordedAt.toISOString()} className="block text-xs text-ink-2">
            {writtenMoment(row.recordedAt)}
          </time>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={props.caption}
      rows={revisions}
      columns={columns}
      rowKey={(row) => `${figureAnchor(row)}-${row.revision}`}
    />
  );
}
