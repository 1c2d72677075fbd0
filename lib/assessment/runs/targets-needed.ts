import { plainMethods } from '@/lib/assessment/methods/blend/parts';
import { targetOf } from '@/lib/assessment/methods/facts';
import { targetsNamed } from '@/lib/assessment/schemes/atoms/amount';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { transformsOf } from '@/lib/assessment/schemes/document/transforms-of';

/** Whether an item reads the targets of its units, by its method or by a formula. */
export function readsTarget(item: SchemeItem): boolean {
  if (item.indicator === null) return false;
  return (
    plainMethods(item.method).some((one) => targetOf(one) !== null) ||
    transformsOf(item).some((one) => one.kind === 'expression' && targetsNamed(one.text).length > 0)
  );
}

/** The distinct indicators whose targets a scheme uses. Other targets need not be frozen. */
export function targetsNeeded(scheme: Pick<Scheme, 'root'>): string[] {
  const asked = itemsOf(scheme).flatMap((item) =>
    item.indicator !== null && readsTarget(item) ? [item.indicator] : [],
  );
  return [...new Set(asked)];
}
