import * as z from 'zod';

/** The id of a run in an address or a form. */
export const RunId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
