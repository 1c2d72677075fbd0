import { marked } from '@/app/ui/primitives/marked';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import type { Locale } from '@/lib/i18n/words';
import { type Column, DataTable } from './data-table';
import { unbroken } from './unbroken';

type Taken = { readonly at: Date; readonly by: string };

/** The steps of a history in their order: when, by whom, which one, then columns of its own, and its words. */
export function StepTable<Row extends Taken>(props: {
  steps: readonly Row[];
  caption: string;
  heads: { readonly at: string; readonly by: string; readonly kind: string; readonly words: string };
  kindOf: (row: Row) => string;
  /** What a step says, in lines; a dash where it says nothing. */
  wordsOf: (row: Row) => string;
  own?: readonly Column<Row>[];
  locale: Locale;
}) {
  const { steps, caption, heads, kindOf, wordsOf, own = [], locale } = props;
  return (
    <DataTable<Row>
      stacked
      caption={caption}
      rows={steps}
      rowKey={(row) => `${steps.indexOf(row)}`}
      columns={[
        {
          key: 'at',
          header: heads.at,
          className: 'whitespace-nowrap',
          cell: ({ at }) => <time dateTime={at.toISOString()}>{writtenMoment(at)}</time>,
        },
        {
          key: 'by',
          header: heads.by,
          className: 'min-w-24',
          cell: ({ by }) => marked(writtenActor(by, locale), locale),
        },
        { key: 'kind', header: heads.kind, ...unbroken(locale), cell: kindOf },
        ...own,
        {
          key: 'words',
          wide: true,
          header: heads.words,
          className: 'min-w-64',
          cell: (row) => <span className="whitespace-pre-line">{marked(wordsOf(row) || '—', locale)}</span>,
        },
      ]}
    />
  );
}
