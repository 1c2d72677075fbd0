import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { FrozenFigure } from '@/lib/assessment/runs/words';
import { otherIndicators } from '@/lib/assessment/schemes/atoms/other-indicators';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';

/** The transforms of an item, and those of each part of a blend. */
export function transformsOf(item: SchemeItem): readonly Transform[] {
  const parts = isBlend(item.method) ? item.method.parts.flatMap(({ transforms }) => transforms) : [];
  return [...item.transforms, ...parts];
}

/** The frozen figures of a unit that an item could use: of its indicator and of its denominators, newest first. */
export function figuresOfItem(item: SchemeItem, figures: readonly FrozenFigure[]): FrozenFigure[] {
  if (item.indicator === null) return [];
  const others = transformsOf(item).flatMap(otherIndicators);
  const wanted = [item.indicator, ...others];
  return wanted.flatMap((code) =>
    figures.filter(({ indicator }) => indicator === code).sort((a, b) => (a.period < b.period ? 1 : -1)),
  );
}
