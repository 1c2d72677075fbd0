import * as z from 'zod';

/** The id of a run as an address or a form names it. */
export const RunId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
