import { isBlend, plainMethods } from './blend/parts';
import type { Fact } from './kit/room';
import { roomOf } from './rooms';
import type { Method, PlainMethod } from './schemas';

/** What is true of a method with its parameters. */
function told<T extends string | boolean | null>(fact: Fact<PlainMethod, T>, method: PlainMethod): T {
  return typeof fact === 'function' ? fact(method) : fact;
}

/** What a method scores: a figure of the item's indicator, or entries of the ledger of that kind. */
export function takenBy(method: PlainMethod): 'figure' | 'deduction' | 'bonus' | 'score' {
  return told(roomOf(method).takes, method);
}

/** Whether a method takes a figure of the item's indicator; the others are entered in the ledger. */
export function takesFigure(method: Method): boolean {
  return isBlend(method) || takenBy(method) === 'figure';
}

/** Whether the formula has to know which way is better. */
export function needsDirection(method: Method): boolean {
  return plainMethods(method).some((one) => told(roomOf(one).needsDirection, one));
}

/** Whether a unit is scored against its peers, so that a group of one cannot be. */
export function needsPeers(method: Method): boolean {
  return plainMethods(method).some((one) => told(roomOf(one).needsPeers, one));
}

/** Which of a unit's own targets a method holds it against. */
export function targetOf(method: PlainMethod): 'base' | 'stretch' | null {
  return told(roomOf(method).target, method);
}

/** Which earlier value a method needs. */
export function earlierOf(method: PlainMethod): 'yearEarlier' | 'previous' | null {
  return told(roomOf(method).earlier, method);
}

/** Whether a method knows nothing but all or nothing, and has no formula. */
export function isYesOrNo(method: Method): boolean {
  return !isBlend(method) && told(roomOf(method).isYesOrNo, method);
}
