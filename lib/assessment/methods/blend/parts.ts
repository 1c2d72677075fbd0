import type { Blend, Method, PlainMethod } from '@/lib/assessment/methods/schemas';

/** Whether a method is a blend of several; also tells for a kind alone, given as `{ kind }`. */
export function isBlend(method: Method): method is Blend;
export function isBlend(method: { readonly kind: unknown }): boolean;
export function isBlend(method: { readonly kind: unknown }): boolean {
  return method.kind === 'blend';
}

/** The method itself, or each method of a blend. */
export function plainMethods(method: Method): readonly PlainMethod[] {
  return isBlend(method) ? method.parts.map((part) => part.method) : [method];
}
