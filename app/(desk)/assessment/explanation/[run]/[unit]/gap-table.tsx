import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { type Gap, gapsTo } from '@/lib/assessment/explanation/contributions';
import type { ComparedResult, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { nodeNamed, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** The parts where a unit lost points to the first, or the first is ahead of the second; the lines sum to the gap. */
export function GapTable(props: { run: ResultRun; unit: UnitResult; rival: ComparedResult; locale: Locale }) {
  const { run, unit, rival, locale } = props;
  const { scheme } = run;
  const t = translator(locale, 'explanation');
  const digits = scheme.decimals;
  const gaps = gapsTo(scheme, unit, rival);
  const whole = (rival.total ?? 0) - (unit.total ?? 0);
  const other = nameOf(rival, locale);
  const nodeName = ({ kind, key }: Gap) => {
    const name = nameOf(nodeNamed(scheme, key), locale);
    if (kind === 'rest') return key === '' ? t('gap.restTotal') : t('gap.rest', { name });
    return kind === 'block' ? t('gap.whole', { name }) : name;
  };
  // The first is compared with the second, and told what it has more.
  const isAhead = whole < 0;
  const columns: Column<Gap>[] = [
    {
      key: 'part',
      header: t('gap.part'),
      className: 'min-w-32',
      cell: (gap) =>
        gap.kind === 'item' ? (
          <ExplainedLink run={run.id} unit={unit.code} item={gap.key} name={nodeName(gap)} />
        ) : (
          nodeName(gap)
        ),
    },
    { key: 'own', header: t('gap.own'), align: 'end', cell: ({ own }) => <ScoreNumber value={own} digits={digits} /> },
    {
      key: 'other',
      header: t('gap.other', { other }),
      align: 'end',
      cell: (gap) => <ScoreNumber value={gap.other} digits={digits} />,
    },
    {
      key: 'lost',
      header: t(isAhead ? 'gap.gained' : 'gap.lost'),
      align: 'end',
      cell: ({ lost }) => <ScoreNumber value={isAhead ? -lost : lost} digits={digits} />,
    },
  ];
  const gap = decimalOf(Math.abs(whole), digits);
  return (
    <div className="max-w-4xl">
      <p className="mb-2 text-ink-2">{t(isAhead ? 'gap.ahead' : 'gap.behind', { other, gap })}</p>
      <DataTable
        caption={t('gap.caption', { unit: nameOf(unit, locale), other })}
        rows={gaps}
        columns={columns}
        rowKey={({ kind, key }) => `${kind} ${key}`}
        footer={
          <tr className="border-t border-rule-strong font-semibold">
            <th scope="row" className="px-2.5 py-2 text-left">
              {t('gap.sum')}
            </th>
            <td className="end px-2.5">
              <ScoreNumber value={unit.total} digits={digits} />
            </td>
            <td className="end px-2.5">
              <ScoreNumber value={rival.total} digits={digits} />
            </td>
            <td className="end px-2.5">
              <ScoreNumber value={Math.abs(whole)} digits={digits} />
            </td>
          </tr>
        }
      />
    </div>
  );
}
