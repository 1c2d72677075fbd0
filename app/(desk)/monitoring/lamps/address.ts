import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { lampColours } from '@/lib/monitoring/lamps/words';
import { firstYear, lastYear } from '@/lib/monitoring/targets/words';

const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .transform((text) => ({ year: Number(text.slice(0, 4)), month: Number(text.slice(5)) }))
  .refine(({ year }) => year >= firstYear && year <= lastYear)
  .optional()
  .catch(undefined);

/** What the table of lamps is asked for. */
export const LampAddress = z.object({
  group: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .catch(''),
  month: Month,
  only: z.enum(['', ...lampColours]).catch(''),
  page: PageNumber,
});
