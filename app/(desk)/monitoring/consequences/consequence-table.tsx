import { marked, markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceLine } from '@/lib/monitoring/consequences/list/words';
import { writtenBasis, writtenMeasure, writtenMet } from '@/lib/monitoring/consequences/written';
import { paths } from '@/lib/paths';
import { StateMark } from './state-mark';

/** Consequences, a line each. */
export function ConsequenceTable(props: {
  lines: readonly ConsequenceLine[];
  /** Whether they are of several units; a unit reads its own. */
  ofUnits: boolean;
  caption: string;
  locale: Locale;
}) {
  const { lines, ofUnits, caption, locale } = props;
  const t = translator(locale, 'consequences');
  const unit: Column<ConsequenceLine> = {
    ...{ key: 'unit', header: t('columns.unit'), className: 'min-w-24' },
    cell: (line) => markedName(line.unit, locale),
  };
  return (
    <DataTable<ConsequenceLine>
      stacked
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'measure',
          header: t('columns.measure'),
          className: 'min-w-28',
          cell: (line) => (
            <a
              href={paths.consequence(line.id)}
              aria-label={`${writtenMeasure(line, locale)} ${nameOf(line.unit, locale)}`}
              className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
            >
              {writtenMeasure(line, locale)}
            </a>
          ),
        },
        ...(ofUnits ? [unit] : []),
        { key: 'state', header: t('columns.state'), cell: ({ state }) => <StateMark state={state} locale={locale} /> },
        {
          key: 'met',
          header: t('columns.met'),
          className: 'whitespace-nowrap',
          cell: ({ met }) => writtenMet(met, locale),
        },
        {
          key: 'basis',
          wide: true,
          header: t('columns.basis'),
          className: 'min-w-64',
          cell: (line) => marked(writtenBasis(line.basis, line, locale), locale),
        },
        {
          key: 'rule',
          wide: true,
          header: t('columns.rule'),
          className: 'min-w-28',
          cell: ({ rule }) => markedName(rule, locale),
        },
        {
          key: 'updated',
          header: t('columns.updated'),
          className: 'whitespace-nowrap',
          cell: ({ updatedAt }) => writtenMoment(updatedAt),
        },
      ]}
    />
  );
}
