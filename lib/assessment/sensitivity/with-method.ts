import { plainKinds, roomOf } from '@/lib/assessment/methods/rooms';
import type { Method, PlainKind } from '@/lib/assessment/methods/schemas';
import type { Scheme, SchemeBlock, SchemeItem } from '@/lib/assessment/schemes/document/scheme';

/** Ways of normalising that can replace one another: 功效系数, 极差标准化, 标准分. */
export const swappableKinds = plainKinds.filter((kind) => roomOf({ kind }).asScale !== null);

/**
 * The scheme with one way of normalising for all items whose own can be replaced. Items of other methods stay: a ladder
 * or a completion of targets is a rule of the assessment, no choice of scale. Throws for a kind that is no scale.
 */
export function withMethod(scheme: Scheme, kind: PlainKind): Scheme {
  return { ...scheme, root: swappedBlock(scheme.root, kind) };
}

/** Whether the item's way of normalising can be replaced. */
export function isSwappable({ method }: SchemeItem): boolean {
  const kinds: readonly string[] = swappableKinds;
  return kinds.includes(method.kind);
}

function swappedBlock(block: SchemeBlock, kind: PlainKind): SchemeBlock {
  return {
    ...block,
    parts: block.parts.map((part) => {
      if (part.kind === 'block') return swappedBlock(part, kind);
      return isSwappable(part) ? { ...part, method: swapMethod(part.method, kind) } : part;
    }),
  };
}

function swapMethod(method: Method, kind: PlainKind): Method {
  if (method.kind === kind) return method;
  const { asScale } = roomOf({ kind });
  if (!asScale) throw new Error(`${kind} is no scale`);
  return asScale('bounds' in method ? method.bounds : { from: 'peers' });
}
