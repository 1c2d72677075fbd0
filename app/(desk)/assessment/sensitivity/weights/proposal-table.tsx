import { Section } from '@/app/ui/shell/section';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import type { SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import type { Proposal } from '@/lib/assessment/weights/proposals';
import { weightSources } from '@/lib/assessment/weights/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';

type Row = { readonly key: string; readonly name: string; readonly shares: readonly number[] };

/** The block's own weights beside the proposals, each as a number and a bar; all bars on one scale. */
export function ProposalTable(props: {
  block: SchemeBlock;
  proposals: readonly Proposal[];
  /** What the weights by data start from; null without data. */
  basis: string | null;
  locale: Locale;
}) {
  const { block, proposals, basis, locale } = props;
  const t = translator(locale, 'sensitivity');
  const sum = block.parts.reduce((all, { weight }) => all + weight, 0);
  const rows = block.parts.map((part, at) => ({
    key: part.key,
    name: nameOf(part, locale),
    shares: [part.weight / sum, ...proposals.map(({ weights }) => weights[at] ?? 0)],
  }));
  const most = Math.max(...rows.flatMap(({ shares }) => shares));
  const sources = ['own', ...proposals.map(({ source }) => source)] as const;
  const columns: readonly Column<Row>[] = [
    { key: 'part', header: t('weightColumns.part'), className: 'min-w-28', cell: ({ name }) => name },
    ...sources.map((source, at) => ({
      key: source,
      header: t('weightColumns.percent', { source: t(`sources.${source}`) }),
      align: 'end' as const,
      cell: ({ shares }: Row) => <Share share={shares[at] ?? 0} most={most} isOwn={source === 'own'} />,
    })),
  ];
  return (
    <Section title={t('proposals')} id="proposals" note={t('proposalsNote')} className="mt-2">
      <DataTable
        caption={t('tableOf', { title: t('proposals') })}
        rows={rows}
        columns={columns}
        rowKey={({ key }) => key}
      />
      {basis && <p className="mt-3 text-table text-ink-2">{basis}</p>}
      <ul className="mt-3 grid gap-x-8 gap-y-1 text-table text-ink-2 md:grid-cols-2">
        {weightSources.map((source) => (
          <li key={source}>{t(`about.${source}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

const [width, height] = [72, 8];

function Share({ share, most, isOwn }: { share: number; most: number; isOwn: boolean }) {
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <svg aria-hidden="true" width={width} height={height} className="shrink-0">
        <rect width={width} height={height} className="fill-wash" />
        <rect
          width={most > 0 ? (share / most) * width : 0}
          height={height}
          className={isOwn ? 'fill-sea' : 'fill-peer'}
        />
      </svg>
      <span className="inline-block w-10">{decimalOf(share * 100, 1)}</span>
    </span>
  );
}
