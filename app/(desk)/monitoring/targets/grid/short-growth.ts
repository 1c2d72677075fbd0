import type { partTranslator } from '@/lib/i18n/part-translator';
import { signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

type T = ReturnType<typeof partTranslator<'targets'>>;

/** A growth in short: +6.1%, +0.4 个百分点; the change in amount where its base allows no percentage. */
export function shortGrowth(growth: Growth | null, t: T): string {
  if (!growth) return '—';
  if (growth.kind === 'percent') return `${signedDecimal(growth.change)}%`;
  return growth.kind === 'points'
    ? t('cell.points', { change: signedDecimal(growth.change) })
    : signedDecimal(growth.change);
}
