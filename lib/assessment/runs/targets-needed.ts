import type { Method } from '@/lib/assessment/schemes/document/methods';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';

/** The indicators of whose targets a scheme makes use, each once. The rest need not be frozen. */
export function targetsNeeded(scheme: Pick<Scheme, 'root'>): string[] {
  const asked = itemsOf(scheme).flatMap(({ indicator, method }) =>
    indicator !== null && partsOf(method).some(needsTarget) ? [indicator] : [],
  );
  return [...new Set(asked)];
}

function partsOf(method: Method): Method[] {
  return method.kind === 'blend' ? method.parts.map((part) => part.method) : [method];
}

function needsTarget(method: Method): boolean {
  return method.kind === 'completion' && method.target.from !== 'given';
}
