import type { partTranslator } from '@/lib/i18n/part-translator';
import type { YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import { multipleOf } from '@/lib/statistics/growth';
import { groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

type T = ReturnType<typeof partTranslator<'targets'>>;
type F = ReturnType<typeof partTranslator<'figures'>>;

/**
 * A growth in short: +6.1%, +0.4 个百分点; the change in amount where its base allows no percentage, and why where the two
 * years are not comparable.
 */
export function shortGrowth(growth: Growth | null, t: T, f: F): string {
  if (!growth) return '—';
  if (growth.change === null) return f(growth.kind);
  const times = growth.kind === 'percent' ? multipleOf(growth.change) : null;
  if (times !== null) return f('times', { count: times });
  if (growth.kind === 'percent') return `${signedDecimal(growth.change)}%`;
  return growth.kind === 'points'
    ? t('cell.points', { change: signedDecimal(growth.change) })
    : signedDecimal(growth.change);
}

/** Last year's figure of a course: the sum of the units that merged since, or the own one with the word that it does not compare. */
export function lastText({ values, others }: YearlyCourse, t: T, f: F): string {
  const own = values[0] == null ? '—' : groupedDecimal(values[0]);
  const other = others[0] ?? null;
  if (!other) return own;
  return other.value === null ? `${own}（${f(other.kind)}）` : t('cell.summed', { value: groupedDecimal(other.value) });
}
