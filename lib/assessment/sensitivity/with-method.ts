import type { Bounds } from '@/lib/assessment/schemes/document/bounds';
import type { Method } from '@/lib/assessment/schemes/document/methods';
import type { Scheme, SchemeBlock, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { type SwappableKind, swappableKinds } from './words';

/**
 * The scheme with one way of normalising for all items that use one of the three. Items of other methods stay: a ladder
 * or a completion of targets is a rule of the assessment, no choice of scale.
 */
export function withMethod(scheme: Scheme, kind: SwappableKind): Scheme {
  return { ...scheme, root: swappedBlock(scheme.root, kind) };
}

/** Whether the item's way of normalising may be exchanged for another. */
export function isSwappable({ method }: SchemeItem): boolean {
  const kinds: readonly string[] = swappableKinds;
  return kinds.includes(method.kind);
}

function swappedBlock(block: SchemeBlock, kind: SwappableKind): SchemeBlock {
  return {
    ...block,
    parts: block.parts.map((part) => {
      if (part.kind === 'block') return swappedBlock(part, kind);
      return isSwappable(part) ? { ...part, method: swapped(part.method, kind) } : part;
    }),
  };
}

function swapped(method: Method, kind: SwappableKind): Method {
  if (method.kind === kind) return method;
  const bounds: Bounds = 'bounds' in method ? method.bounds : { from: 'peers' };
  if (kind === 'efficacy') return { kind, base: 60, bounds };
  if (kind === 'minMax') return { kind, bounds, from: 0, to: 100, clamp: true };
  return { kind, centre: 50, spread: 10, deviation: 'population', floor: 0, cap: 100 };
}
