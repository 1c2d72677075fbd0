import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { pageOfCell } from '@/lib/reporting/mapping/sheet-window';
import { type LeftOut, leftOutReasons } from '@/lib/reporting/mapping/words';

/** The most cells of a list, and of one reason. */
const mostShown = 100;
const mostNamed = 12;

const noFigure = { indicatorCode: null, periodCode: null };

/** The cells that were not understood, each with the reason and the way to its rows. */
export function UnreadTable(props: { refused: readonly StagedFinding[]; id: string; locale: Locale }) {
  const { refused, id, locale } = props;
  const t = translator(locale, 'mapping');
  const shown = refused.slice(0, mostShown);
  return (
    <Section
      id="unread"
      title={t('sheet.unreadTitle')}
      className="mt-4"
      note={
        refused.length > shown.length ? t('sheet.unreadMore', { count: refused.length, shown: shown.length }) : null
      }
    >
      <DataTable
        caption={t('sheet.unreadCaption')}
        rows={shown.map((finding, at) => ({ finding, at }))}
        rowKey={({ at }) => `${at}`}
        empty={<p className="text-ink-2">{t('sheet.unreadNone')}</p>}
        columns={[
          {
            key: 'cell',
            header: t('sheet.cell'),
            cell: ({ finding: { address } }) => (
              <a
                href={withQuery(paths.mappedSheet(id), { rows: pageOfCell(address) }, 'grid')}
                className="inline-flex min-h-6 items-center text-sea hover:underline"
              >
                {address}
              </a>
            ),
          },
          {
            key: 'why',
            header: t('sheet.why'),
            className: 'min-w-64 break-words',
            cell: ({ finding }) => marked(writtenStaged(finding, noFigure, locale), locale),
          },
        ]}
      />
    </Section>
  );
}

/** What is left out, counted by its reason, with the first of its cells. */
export function LeftOutTable({ leftOut, locale }: { leftOut: readonly LeftOut[]; locale: Locale }) {
  const t = translator(locale, 'mapping');
  const rows = leftOutReasons.flatMap((reason) => {
    const found = leftOut.filter((one) => one.reason === reason);
    return found.length === 0 ? [] : { reason, found };
  });
  if (rows.length === 0) return null;
  const named = (found: readonly LeftOut[]) =>
    found
      .slice(0, mostNamed)
      .map(({ address, text }) => (text === '' ? address : `${address} ${text.slice(0, 20)}`))
      .join('、');
  return (
    <Section id="left-out" title={t('sheet.leftOut')}>
      <DataTable
        caption={t('sheet.leftOutCaption')}
        rows={rows}
        rowKey={({ reason }) => reason}
        columns={[
          { key: 'why', header: t('sheet.why'), cell: ({ reason }) => t(`leftOut.${reason}`) },
          { key: 'count', header: t('sheet.count'), align: 'end', cell: ({ found }) => found.length },
          {
            key: 'where',
            header: t('sheet.where'),
            className: 'min-w-64 break-words',
            cell: ({ found }) => marked(`${named(found)}${found.length > mostNamed ? '…' : ''}`, locale),
          },
        ]}
      />
    </Section>
  );
}
