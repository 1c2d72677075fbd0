import * as z from 'zod';

/** A typed code, without the spaces that authenticators display. */
const typed = z
  .string()
  .max(40)
  .transform((text) => text.replace(/\s+/g, ''));

/** A code of a second factor: six digits of the authenticator, or a recovery code. */
export const Code = typed.pipe(z.string().min(6).max(20));

/** Six digits of the authenticator. */
export const Digits = typed.pipe(z.string().regex(/^\d{6}$/));
