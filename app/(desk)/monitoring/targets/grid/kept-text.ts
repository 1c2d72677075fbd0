import { nameOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import type { TargetGrid } from '@/lib/monitoring/targets/grid/words';
import { placeOf } from '@/lib/monitoring/targets/keys/target-key';
import type { TargetEntry } from '@/lib/monitoring/targets/words';

/** A pair of targets in words: the base target, then the stretch target, a dash for none. */
export const pairText = ({ base, stretch }: TargetEntry) => [base || '—', stretch || '—'].join(' / ');

/** The unit of a cell; undefined where the grid does not show it. */
export const unitAt = (key: string, { rows }: TargetGrid) =>
  rows.find((row) => row.unit.code === placeOf(key)?.unit)?.unit;

/** A pair that was typed and not stored, in a sentence: its unit and indicator, the typed texts and the stored ones. */
export function keptText(
  cell: { readonly key: string; readonly typed: TargetEntry; readonly stored: TargetEntry },
  grid: TargetGrid,
  t: ReturnType<typeof partTranslator<'targets'>>,
  locale: Locale,
): string {
  const unit = unitAt(cell.key, grid);
  const indicator = grid.indicators.find(({ code }) => code === placeOf(cell.key)?.indicator);
  if (!unit || !indicator) return '';
  return t('grid.kept', {
    unit: nameOf(unit, locale),
    indicator: nameOf(indicator, locale),
    typed: pairText(cell.typed),
    stored: pairText(cell.stored),
  });
}
