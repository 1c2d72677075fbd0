import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { HistoryChange } from '@/lib/monitoring/registers/list/words';
import type { Register } from '@/lib/monitoring/registers/words';
import { writtenValue } from '@/lib/monitoring/registers/written';

/** Every change of an entry: from which day, what became what, who recorded it when and why. */
export function ChangeTable(props: { register: Register; history: readonly HistoryChange[]; locale: Locale }) {
  const { register, history, locale } = props;
  const t = translator(locale, 'registers');
  const written = ({ field, units }: HistoryChange, value: string) =>
    writtenValue({ lists: register.lists, units }, field, value, locale);
  return (
    <DataTable<HistoryChange>
      stacked
      caption={t('entry.history')}
      rows={history}
      rowKey={({ step, field }) => `${step} ${field}`}
      columns={[
        {
          key: 'holdsFrom',
          header: t('entry.holdsFrom'),
          className: 'whitespace-nowrap',
          cell: ({ holdsFrom, isLate }) => (
            <>
              {holdsFrom}
              {isLate && (
                <span className="block text-xs text-ochre" title={t('entry.lateNote')}>
                  {t('entry.late')}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'what',
          header: t('entry.what'),
          wide: true,
          className: 'min-w-44 print:min-w-0',
          cell: (one) =>
            marked(
              t('entry.changed', {
                field: t(`columns.${one.field}`),
                before: written(one, one.before),
                after: written(one, one.value),
              }),
              locale,
            ),
        },
        {
          key: 'why',
          header: t('entry.why'),
          wide: true,
          className: 'min-w-36 whitespace-pre-line print:min-w-0',
          cell: ({ reason, fileName }) => (
            <>
              {marked(reason, locale)}
              {fileName !== '' && (
                <span className="block text-xs text-ink-2">
                  {marked(t('entry.fromFile', { file: fileName }), locale)}
                </span>
              )}
            </>
          ),
        },
        { key: 'by', header: t('entry.by'), cell: ({ by }) => marked(by, locale) },
        { key: 'at', header: t('entry.at'), className: 'whitespace-nowrap', cell: ({ at }) => writtenMoment(at) },
      ]}
    />
  );
}
