import * as z from 'zod';

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** What was done with a template just now. */
export const TemplateAddress = z.object({
  done: z.enum(['saved', 'handed']).optional().catch(undefined),
  count,
  units: count,
});
