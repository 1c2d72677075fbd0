import { plainMethods } from '@/lib/assessment/methods/blend/parts';
import { targetOf } from '@/lib/assessment/methods/facts';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';

/** The distinct indicators whose targets a scheme uses. Other targets need not be frozen. */
export function targetsNeeded(scheme: Pick<Scheme, 'root'>): string[] {
  const asked = itemsOf(scheme).flatMap(({ indicator, method }) =>
    indicator !== null && plainMethods(method).some((one) => targetOf(one) !== null) ? [indicator] : [],
  );
  return [...new Set(asked)];
}
