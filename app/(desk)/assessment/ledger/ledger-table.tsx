import type { ReactNode } from 'react';
import { Badge } from '@/app/ui/primitives/badge';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import { hasPoints } from '@/lib/assessment/ledger/entry-fault';
import type { LedgerLine, NodeNames } from '@/lib/assessment/ledger/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { groupedDecimal } from '@/lib/statistics/numbers';

const tones = {
  provisional: 'plain',
  proposed: 'plain',
  reviewed: 'gold',
  confirmed: 'sea',
  revoked: 'plain',
} as const;

/** Entries, a line each; the open one has its grounds and next steps below. */
export function LedgerTable(props: {
  lines: readonly LedgerLine[];
  names: Readonly<Record<string, NodeNames>>;
  openId: string | null;
  /** The address with an entry open, or with none. */
  hrefOf: (id: string | null) => string;
  detail: (line: LedgerLine) => ReactNode;
  locale: Locale;
}) {
  const { lines, names, openId, hrefOf, detail, locale } = props;
  const t = translator(locale, 'ledger');
  const about = ({ scheme, node, rule, kind }: LedgerLine) => {
    const key = kind === 'veto' ? rule : node;
    if (key === '') return t('whole');
    const named = names[scheme.code]?.[key];
    return named ? nameOf(named, locale) : key;
  };
  const columns: Column<LedgerLine>[] = [
    {
      key: 'unit',
      header: t('unit'),
      className: 'min-w-20',
      cell: (line) => (
        <a
          href={`${hrefOf(line.id === openId ? null : line.id)}#e-${line.id}`}
          aria-label={t('openOne', { unit: nameOf(line.unit, locale), kind: t(`kinds.${line.kind}`) })}
          aria-expanded={line.id === openId}
          data-stay=""
          className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
        >
          {markedName(line.unit, locale)}
        </a>
      ),
    },
    { key: 'kind', header: t('kind'), ...unbroken(locale), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'points',
      header: t('points'),
      align: 'end',
      cell: ({ kind, points }) =>
        hasPoints(kind) ? `${kind === 'deduction' ? '−' : kind === 'bonus' ? '+' : ''}${groupedDecimal(points)}` : '—',
    },
    { key: 'node', header: t('node'), className: 'min-w-24', cell: about },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>,
    },
    { key: 'reason', header: t('reason'), className: 'min-w-40', cell: ({ reason }) => reason },
    {
      key: 'period',
      header: t('period'),
      ...unbroken(locale),
      cell: ({ periodCode }) => writtenPeriod(periodCode, locale),
    },
    {
      key: 'scheme',
      header: t('scheme'),
      className: 'min-w-32',
      cell: ({ scheme, isDemonstration }) => (
        <>
          {markedName(scheme, locale)} {isDemonstration && <Badge tone="gold">{t('demonstration')}</Badge>}
        </>
      ),
    },
    {
      key: 'updated',
      header: t('updated'),
      cell: ({ updatedByName, updatedAt }) => (
        <>
          {writtenActor(updatedByName, locale)}
          <span className="block text-xs whitespace-nowrap text-ink-2">{writtenMoment(updatedAt)}</span>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={lines}
      columns={columns}
      rowKey={({ id }) => id}
      rowId={({ id }) => `e-${id}`}
      detail={(line) => line.id === openId && detail(line)}
    />
  );
}
