import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { buttonLook } from '@/app/ui/primitives/button';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import type { UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { itemParts, type ResultRun, type SchemePart } from '@/lib/assessment/rankings/result-run';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The items of one unit, each with a link to its explanation. */
export function ItemTable({ run, unit, locale }: { run: ResultRun; unit: UnitResult; locale: Locale }) {
  const t = translator(locale, 'rankings');
  const name = nameOf(unit, locale);
  const scoreOf = ({ at }: SchemePart) => unit.items[at];
  const columns: Column<SchemePart>[] = [
    {
      key: 'item',
      header: t('items.item'),
      className: 'min-w-40',
      cell: (part) => <ExplainedLink run={run.id} unit={unit.code} item={part.key} name={nameOf(part, locale)} />,
    },
    {
      key: 'weight',
      header: t('items.weight'),
      align: 'end',
      cell: ({ full }) => writtenNumber(full),
    },
    {
      key: 'share',
      header: t('items.share'),
      align: 'end',
      cell: (part) => <ScoreNumber value={scoreOf(part)?.share} digits={2} />,
    },
    {
      key: 'points',
      header: t('items.points'),
      align: 'end',
      cell: (part) => <ScoreNumber value={scoreOf(part)?.points} digits={run.scheme.decimals} />,
    },
    {
      key: 'remarks',
      header: t('items.remarks'),
      className: 'whitespace-nowrap',
      cell: (part) => {
        const score = scoreOf(part);
        const count = score?.notes?.length ?? 0;
        const state = score && score.state !== 'scored' ? t(`items.states.${score.state}`) : '';
        return [state, count > 0 ? t('items.remarkCount', { count }) : ''].filter(Boolean).join(' · ');
      },
    },
  ];
  return (
    <div className="max-w-4xl pt-2">
      <DataTable
        caption={t('items.caption', { unit: name })}
        rows={itemParts(run.scheme)}
        columns={columns}
        rowKey={({ key }) => key}
      />
      <p className="mt-3">
        <a href={paths.explanation(run.id, unit.code)} className={buttonLook('outline')}>
          {t('items.card')}
        </a>
      </p>
    </div>
  );
}
