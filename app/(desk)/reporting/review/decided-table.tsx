import { returnPath } from '@/app/ui/reporting/review-address';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { DecidedLine } from '@/lib/reporting/review/words';

/** The reviewer's recent decisions, newest first. */
export function DecidedTable({ lines, locale }: { lines: readonly DecidedLine[]; locale: Locale }) {
  const t = translator(locale, 'review');
  const columns: Column<DecidedLine>[] = [
    {
      key: 'figures',
      header: t('decidedFigures'),
      cell: (line) => (
        <a
          href={returnPath(
            { collectionId: line.collectionId, unitCode: line.unit.code, department: '' },
            { figure: keyOf(line.key) },
          )}
          className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
        >
          {line.figures > 1
            ? t('andOthers', { name: nameOf(line.indicator, locale), count: line.figures })
            : nameOf(line.indicator, locale)}
        </a>
      ),
    },
    {
      key: 'step',
      header: t('decidedStep'),
      className: 'whitespace-nowrap',
      cell: (line) => translator(locale, 'reporting')(`steps.${line.kind}`),
    },
    {
      key: 'return',
      header: t('collection'),
      cell: (line) => t('of', { unit: nameOf(line.unit, locale), title: line.title }),
    },
    { key: 'reason', header: t('decidedReason'), cell: (line) => line.reason || '—' },
    { key: 'at', header: t('decidedAt'), className: 'whitespace-nowrap', cell: (line) => writtenMoment(line.at) },
  ];
  return (
    <DataTable
      caption={t('decidedTab')}
      rows={lines}
      columns={columns}
      rowKey={(line) => `${line.collectionId} ${line.unit.code} ${keyOf(line.key)} ${line.kind} ${line.at.getTime()}`}
    />
  );
}
