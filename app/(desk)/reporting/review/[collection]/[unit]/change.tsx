import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** A computed change; where its base allows no percentage, the change in amount with an explanation. */
export function Change({ growth, on, locale }: { growth: Growth | null; on: 'previous' | 'year'; locale: Locale }) {
  const f = translator(locale, 'figures');
  if (!growth) return '—';
  const change = signedDecimal(growth.change);
  if (growth.kind === 'percent') return `${change}${f('percent')}`;
  if (growth.kind === 'points') return `${change} ${f('points')}`;
  const why = on === 'year' ? f(growth.kind) : translator(locale, 'review')(growth.kind);
  return `${change} · ${why}`;
}
