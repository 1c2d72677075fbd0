import { isBlend, plainMethods } from './blend/parts';
import type { Fact } from './kit/room';
import { roomOf } from './rooms';
import type { Method, PlainMethod } from './schemas';

/** A property of a method with its parameters. */
function factOf<T extends string | boolean | null>(fact: Fact<PlainMethod, T>, method: PlainMethod): T {
  return typeof fact === 'function' ? fact(method) : fact;
}

/** What a method scores: a figure of the item's indicator, or entries of the ledger of one kind. */
export function takenBy(method: PlainMethod): 'figure' | 'deduction' | 'bonus' | 'score' {
  return factOf(roomOf(method).takes, method);
}

/** Whether a method takes a figure of the item's indicator; the others are entered in the ledger. */
export function takesFigure(method: Method): boolean {
  return isBlend(method) || takenBy(method) === 'figure';
}

/** Whether the formula needs the direction of the item. */
export function needsDirection(method: Method): boolean {
  return plainMethods(method).some((one) => factOf(roomOf(one).needsDirection, one));
}

/** Whether a unit is scored against its peers, so that a group of one cannot be. */
export function needsPeers(method: Method): boolean {
  return plainMethods(method).some((one) => factOf(roomOf(one).needsPeers, one));
}

/** The unit's own target that a method uses, if any. */
export function targetOf(method: PlainMethod): 'base' | 'stretch' | null {
  return factOf(roomOf(method).target, method);
}

/** The earlier value that a method needs, if any. */
export function earlierOf(method: PlainMethod): 'yearEarlier' | 'previous' | null {
  return factOf(roomOf(method).earlier, method);
}

/** Whether a method scores all or nothing and has no formula. */
export function isYesOrNo(method: Method): boolean {
  return !isBlend(method) && factOf(roomOf(method).isYesOrNo, method);
}

/** The range within which a method gives full points, if it has one. */
export function fullWithin(method: Method): { low: number; high: number } | null {
  if (isBlend(method) || !roomOf(method).isOfRange || !('low' in method)) return null;
  return { low: method.low, high: method.high };
}
