import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { ScoreNumber } from '@/app/ui/assessment/score-number';
import { ShareTint } from '@/app/ui/assessment/share-tint';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenNumber } from '@/lib/assessment/explanation/expression';
import { type Measure, measureIn } from '@/lib/assessment/explanation/measure-after';
import type { Between } from '@/lib/assessment/explanation/queries';
import { scoredPlace, stepValues, valueSteps } from '@/lib/assessment/explanation/value-steps';
import { vetoedBlock } from '@/lib/assessment/explanation/vetoed-block';
import type { Standing, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { scaleOf } from '@/lib/assessment/rankings/grid/share-scale';
import { itemParts, type ResultRun, type SchemePart } from '@/lib/assessment/rankings/result-run';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** Every item of a unit with its share tinted, beside the median of the group; each links to its explanation. */
export function ItemHeat(props: {
  run: ResultRun;
  unit: UnitResult;
  standings: readonly Standing[];
  /** The units of measure of the indicators of the scheme. */
  measures: ReadonlyMap<string, Measure>;
  between: Between;
  locale: Locale;
}) {
  const { run, unit, standings, measures, between, locale } = props;
  const items = itemsOf(run.scheme);
  const t = translator(locale, 'explanation');
  const r = translator(locale, 'rankings');
  const scale = scaleOf(unit.items.map((item) => item?.share));
  const standing = ({ at }: SchemePart) => standings.find((one) => one.kind === 'item' && one.at === at);
  const columns: Column<SchemePart>[] = [
    {
      key: 'item',
      header: t('heat.item'),
      className: 'min-w-32',
      cell: (part) => <ExplainedLink run={run.id} unit={unit.code} item={part.key} name={nameOf(part, locale)} />,
    },
    {
      key: 'value',
      header: t('heat.value'),
      align: 'end',
      cell: ({ at }) => {
        const [item, score] = [items[at], unit.items[at]];
        if (!item || !score || score.transformed === null) return <span className="text-ink-2">—</span>;
        const byPlace = scoredPlace(item, score) !== null;
        const values = stepValues(item, score, between.get(item.key)?.get(unit.code) ?? [], byPlace);
        return valueSteps(item, byPlace, (code) => measures.get(code)).flatMap(({ name, measure }, nth) => {
          const value = values[nth] ?? null;
          if (value === null) return [];
          return (
            <span key={`${name} ${value}`} className={nth < values.length - 1 ? 'block text-xs text-ink-2' : 'block'}>
              {nth > 0 && <span className="text-ink-2">→ </span>}
              {writtenNumber(value)} <span className="text-xs text-ink-2">{measureIn(measure, locale)}</span>
            </span>
          );
        });
      },
    },
    { key: 'weight', header: t('heat.weight'), align: 'end', cell: ({ full }) => writtenNumber(full) },
    {
      key: 'points',
      header: t('heat.points'),
      align: 'end',
      cell: ({ at }) => <ScoreNumber value={unit.items[at]?.points} digits={run.scheme.decimals} />,
    },
    {
      key: 'share',
      header: t('heat.share'),
      align: 'end',
      cell: ({ at }) => <ShareTint share={unit.items[at]?.share} scale={scale} />,
    },
    {
      key: 'median',
      header: t('heat.median'),
      align: 'end',
      cell: (part) => <ScoreNumber value={standing(part)?.median} digits={1} />,
    },
    {
      key: 'place',
      header: t('heat.place'),
      align: 'end',
      cell: (part) => {
        const { place = null, shared = 0, of = 0 } = standing(part) ?? {};
        if (place === null) return <span className="text-ink-2">—</span>;
        return t(shared > 1 ? 'profile.placeTied' : 'profile.placeOf', { place, of });
      },
    },
    {
      key: 'remarks',
      header: t('heat.remarks'),
      className: 'whitespace-nowrap',
      cell: ({ key, at }) => {
        const item = unit.items[at];
        const count = item?.notes?.length ?? 0;
        const state = item && item.state !== 'scored' ? r(`items.states.${item.state}`) : '';
        const taken = vetoedBlock(run.scheme, unit, key) ? r('marks.veto') : '';
        return [state, taken, count > 0 ? r('items.remarkCount', { count }) : ''].filter(Boolean).join(' · ');
      },
    },
  ];
  return (
    <DataTable
      caption={t('heat.caption', { unit: nameOf(unit, locale) })}
      rows={itemParts(run.scheme)}
      columns={columns}
      rowKey={({ key }) => key}
    />
  );
}
