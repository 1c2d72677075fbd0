import type { FrozenFigure } from '@/lib/assessment/runs/words';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { transformsOf } from '@/lib/assessment/schemes/document/transforms-of';

/** The frozen figures of a unit that an item could use: of its indicator and of its denominators, newest first. */
export function figuresOfItem(item: SchemeItem, figures: readonly FrozenFigure[]): FrozenFigure[] {
  if (item.indicator === null) return [];
  const others = transformsOf(item).flatMap(otherIndicators);
  const wanted = [item.indicator, ...others];
  return wanted.flatMap((code) =>
    figures.filter(({ indicator }) => indicator === code).sort((a, b) => (a.period < b.period ? 1 : -1)),
  );
}
