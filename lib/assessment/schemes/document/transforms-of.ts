import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from './scheme';

/** The transforms of an item, and those of each part of a blend. */
export function transformsOf(item: Pick<SchemeItem, 'transforms' | 'method'>): readonly Transform[] {
  const parts = isBlend(item.method) ? item.method.parts.flatMap(({ transforms }) => transforms) : [];
  return [...item.transforms, ...parts];
}
