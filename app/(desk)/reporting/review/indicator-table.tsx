import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { indicatorPath } from '@/app/ui/reporting/review-address';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { IndicatorLine } from '@/lib/reporting/review/words';

/** The queue by indicator: a line for each indicator and period of a collection. */
export function IndicatorTable({ lines, locale }: { lines: readonly IndicatorLine[]; locale: Locale }) {
  const t = translator(locale, 'review');
  const nameIn = (line: IndicatorLine) =>
    t('figureIn', { name: nameOf(line.indicator, locale), period: writtenPeriod(line.periodCode, locale) });
  const columns: Column<IndicatorLine>[] = [
    {
      key: 'indicator',
      header: t('indicatorAlone'),
      cell: (line) => (
        <a
          href={indicatorPath(line.collectionId, line)}
          className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
        >
          {nameIn(line)}
        </a>
      ),
    },
    { key: 'waiting', header: t('waitingUnits'), align: 'end', cell: (line) => line.waiting },
    { key: 'flagged', header: t('flaggedUnits'), align: 'end', cell: (line) => line.flagged || t('noFlags') },
    {
      key: 'collection',
      header: t('collection'),
      cell: (line) => (
        <span className="inline-block min-w-48">
          {line.title} {line.isDemonstration && <Badge>{translator(locale, 'reporting')('demonstration')}</Badge>}
        </span>
      ),
    },
    { key: 'due', header: t('due'), className: 'whitespace-nowrap', cell: (line) => writtenMoment(line.dueAt) },
    {
      key: 'open',
      header: t('open'),
      cell: (line) => (
        <a
          href={indicatorPath(line.collectionId, line)}
          aria-label={t('openOf', { name: nameIn(line) })}
          className={buttonLook('outline')}
        >
          {t('open')}
        </a>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('byIndicatorTab')}
      rows={lines}
      columns={columns}
      rowKey={(line) => `${line.collectionId} ${keyOf(line)}`}
    />
  );
}
