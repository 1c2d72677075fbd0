import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import type { PartChanges, SchemeChange } from '@/lib/assessment/schemes/compare/compare-schemes';
import { changedField, changedValue } from '@/lib/assessment/schemes/compare/written-change';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Row = { readonly part: PartChanges; readonly change: SchemeChange; readonly isFirst: boolean };

/** The differences of two versions, old beside new. Added and removed parts are only outlined. */
export function ChangeTable(props: {
  parts: readonly PartChanges[];
  nameOf: (field: string, key: string) => string;
  partName: (part: PartChanges) => string;
  locale: Locale;
}) {
  const { parts, partName, nameOf, locale } = props;
  const t = translator(locale, 'schemes');
  const words = { t, m: translator(locale, 'methods'), nameOf };
  const rows: Row[] = parts.flatMap((part) =>
    outlinedChanges(part).map((change, nth) => ({ part, change, isFirst: nth === 0 })),
  );
  return (
    <DataTable
      caption={t('compare.title')}
      rows={rows}
      rowKey={({ change }) => change.path}
      columns={[
        {
          key: 'part',
          header: t('compare.part'),
          className: 'min-w-44 align-top',
          cell: ({ part, isFirst }) =>
            isFirst && (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{marked(partName(part), locale)}</span>
                <Badge tone={part.kind === 'changed' ? 'plain' : 'sea'}>{t(`compare.kinds.${part.kind}`)}</Badge>
              </span>
            ),
        },
        {
          key: 'field',
          header: t('compare.field'),
          className: 'min-w-32',
          cell: ({ change }) => marked(changedField(change, words), locale),
        },
        {
          key: 'before',
          header: t('compare.before'),
          className: 'min-w-32 text-ink-2',
          cell: ({ change }) => marked(changedValue(change.path, change.before, words), locale),
        },
        {
          key: 'after',
          header: t('compare.after'),
          className: 'min-w-32',
          cell: ({ change }) => marked(changedValue(change.path, change.after, words), locale),
        },
      ]}
    />
  );
}

const telling = /\/(in|weight|indicator|direction|method\.kind|atLeast|percent|count|effect\.kind|grade)?$/;

/** The main values of a new or removed part; all changes of a changed one. */
function outlinedChanges({ kind, changes }: PartChanges): readonly SchemeChange[] {
  if (kind === 'changed') return changes;
  const some = changes.filter(({ path, before, after }) => telling.test(path) && (before ?? after ?? '') !== '');
  return some.length > 0 ? some : changes.slice(0, 1);
}
