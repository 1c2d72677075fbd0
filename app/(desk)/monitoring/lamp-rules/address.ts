import * as z from 'zod';

/** What the address of a set of rules says: what was done, and what is to be shown of a trial. */
export const RuleSetAddress = z.object({
  done: z.enum(['saved', 'adopted', 'ended']).optional().catch(undefined),
  try: z.enum(['red', 'yellow', 'green']).optional().catch(undefined),
});

/** The number of a set in an address; null for none. */
export const numberIn = (text: string): number | null => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : null);
