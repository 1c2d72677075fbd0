import * as z from 'zod';

/** The identity of a row that a document is on. */
export const SourceId = z.string().regex(/^[\w-]{1,64}$/);
