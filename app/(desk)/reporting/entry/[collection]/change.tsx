'use client';

import { Spoken } from '@/app/ui/primitives/spoken';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import type { Locale } from '@/lib/i18n/words';
import { multipleOf } from '@/lib/statistics/growth';
import { groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

const points: Record<Locale, string> = { 'zh-CN': ' 个百分点', en: ' pp' };

/** A change in percent, in percentage points, or in the amount where its base allows no percentage. */
export function Change(props: {
  growth: Growth | null;
  written: (change: string) => string;
  rooms: Rooms<'figures'>;
  locale: Locale;
}) {
  const { growth } = props;
  if (!growth) return null;
  const f = partTranslator(props.locale, props.rooms, 'figures');
  const unit = growth.kind === 'percent' ? '%' : growth.kind === 'points' ? points[props.locale] : '';
  const times = growth.kind === 'percent' ? multipleOf(growth.change) : null;
  const change =
    growth.change === null
      ? f(growth.kind)
      : props.written(times === null ? `${signedDecimal(growth.change)}${unit}` : f('times', { count: times }));
  const base =
    growth.change !== null && growth.summed !== undefined && f('summed', { base: groupedDecimal(growth.summed) });
  return (
    <span className="block max-w-32 text-xs whitespace-normal">
      <Spoken words={change} />
      {base && (
        <span key={base} className="block">
          {base}
        </span>
      )}
    </span>
  );
}
