import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { multipleOf } from '@/lib/statistics/growth';
import { groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** A computed change; where its base allows no percentage, the change in amount with an explanation. */
export function Change({ growth, on, locale }: { growth: Growth | null; on: 'previous' | 'year'; locale: Locale }) {
  const f = translator(locale, 'figures');
  if (!growth) return '—';
  if (growth.change === null) return f(growth.kind);
  const change = signedDecimal(growth.change);
  const summed = growth.summed === undefined ? '' : ` · ${f('summed', { base: groupedDecimal(growth.summed) })}`;
  const times = growth.kind === 'percent' ? multipleOf(growth.change) : null;
  if (times !== null) return `${f('times', { count: times })}${summed}`;
  if (growth.kind === 'percent') return `${change}${f('percent')}${summed}`;
  if (growth.kind === 'points') return `${change} ${f('points')}${summed}`;
  const why = on === 'year' ? f(growth.kind) : translator(locale, 'review')(growth.kind);
  return `${change} · ${why}${summed}`;
}
