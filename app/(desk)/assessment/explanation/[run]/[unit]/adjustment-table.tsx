import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import { vetoedBlock } from '@/lib/assessment/explanation/vetoed-block';
import type { CountedEntry, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { nodeNamed, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The ledger entries counted for a unit, and their effect after the caps. */
export function AdjustmentTable(props: {
  run: ResultRun;
  unit: UnitResult;
  entries: readonly CountedEntry[];
  locale: Locale;
}) {
  const { run, unit, entries, locale } = props;
  const t = translator(locale, 'explanation');
  if (entries.length === 0) return <p className="text-ink-2">{t('adjustments.none')}</p>;
  const nodeName = (key: string) => (key === '' ? t('adjustments.total') : nameOf(nodeNamed(run.scheme, key), locale));
  const signedPoints = ({ kind, points }: CountedEntry) => {
    if (kind === 'bonus') return `+${writtenNumber(points)}`;
    if (kind === 'deduction') return points === 0 ? '0' : `−${writtenNumber(points)}`;
    return kind === 'score' ? writtenNumber(points) : '—';
  };
  const countedWords = (node: string, points: number, asked: number) => {
    const vetoed = vetoedBlock(run.scheme, unit, node);
    return vetoed
      ? t('adjustments.taken', { block: nameOf(vetoed, locale), asked: writtenNumber(asked) })
      : t('adjustments.counted', { points: writtenNumber(points), asked: writtenNumber(asked) });
  };
  const columns: (Column<CountedEntry> | false)[] = [
    {
      key: 'kind',
      header: t('adjustments.kind'),
      className: 'whitespace-nowrap',
      cell: ({ kind }) => t(`adjustments.kinds.${kind}`),
    },
    {
      key: 'about',
      header: t('adjustments.about'),
      cell: ({ kind, node, rule }) => nodeName(kind === 'veto' ? rule : node),
    },
    { key: 'points', header: t('adjustments.points'), align: 'end', cell: signedPoints },
    { key: 'article', header: t('adjustments.article'), cell: ({ article }) => article || '—' },
    { key: 'reason', header: t('adjustments.reason'), className: 'min-w-40', cell: ({ reason }) => reason || '—' },
    { key: 'incident', header: t('adjustments.incident'), cell: ({ incident }) => incident || '—' },
    entries.some(({ evidence }) => evidence !== '') && {
      key: 'evidence',
      header: t('adjustments.evidence'),
      className: 'min-w-40',
      cell: ({ evidence }) => evidence || '—',
    },
  ];
  return (
    <>
      <DataTable
        caption={t('adjustments.caption', { unit: nameOf(unit, locale) })}
        rows={entries}
        columns={columns.filter((column) => column !== false)}
        rowKey={({ id }) => id}
      />
      <ul className="mt-2 text-table text-ink-2">
        {unit.adjustments.map(({ node, points, asked }) => (
          <li key={node}>
            {nodeName(node)}
            {locale === 'en' ? ': ' : '：'}
            {countedWords(node, points, asked)}
          </li>
        ))}
      </ul>
    </>
  );
}
