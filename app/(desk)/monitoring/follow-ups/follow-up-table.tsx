import { Badge } from '@/app/ui/primitives/badge';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FollowUpLine } from '@/lib/monitoring/follow-ups/list/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { paths } from '@/lib/paths';
import { StateMark, TimeLeft } from './state-mark';

/** Follow-ups, a line each. */
export function FollowUpTable(props: {
  lines: readonly FollowUpLine[];
  caption: string;
  today: string;
  own: string | null;
  locale: Locale;
}) {
  const { lines, caption, today, own, locale } = props;
  const t = translator(locale, 'followUps');
  return (
    <DataTable<FollowUpLine>
      stacked
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      isFocal={({ unit }) => unit.code === own}
      columns={[
        {
          key: 'title',
          wide: true,
          header: t('columns.title'),
          className: 'min-w-56',
          cell: ({ id, title }) => (
            <a
              href={paths.followUp(id)}
              className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
            >
              {marked(title, locale)}
            </a>
          ),
        },
        {
          key: 'number',
          header: t('columns.number'),
          className: 'whitespace-nowrap',
          cell: ({ id }) => writtenNumber(id, locale),
        },
        { key: 'unit', header: t('columns.unit'), className: 'min-w-24', cell: ({ unit }) => markedName(unit, locale) },
        {
          key: 'assisting',
          header: t('columns.assisting'),
          cell: ({ assisting }) =>
            marked(
              listed(
                assisting.map((unit) => nameOf(unit, locale)),
                locale,
              ) || '—',
              locale,
            ),
        },
        {
          key: 'state',
          header: t('columns.state'),
          cell: ({ state, isExtensionAsked }) => (
            <>
              <StateMark state={state} locale={locale} />{' '}
              {isExtensionAsked && <Badge tone="gold">{t('extensionAsked')}</Badge>}
            </>
          ),
        },
        { key: 'due', header: t('columns.due'), className: 'whitespace-nowrap', cell: ({ dueOn }) => dueOn },
        {
          key: 'left',
          header: t('columns.left'),
          className: 'whitespace-nowrap',
          cell: (line) => <TimeLeft of={line} today={today} locale={locale} />,
        },
        {
          key: 'origin',
          header: t('columns.origin'),
          ...unbroken(locale),
          cell: ({ origin }) => t(`origins.${origin}`),
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
