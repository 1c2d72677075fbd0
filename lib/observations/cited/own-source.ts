import { derivedSource } from '@/lib/observations/derived/words';

/** How the codes of the documents begin that figures counted from registers cite. */
export const registerSources = 'REGISTER-';

/** Whether a document is the product's own: what cites it was computed or counted here, so that nobody cites it by hand. */
export function isOwnSource(code: string): boolean {
  const capitals = code.toUpperCase();
  return capitals === derivedSource || capitals.startsWith(registerSources);
}
