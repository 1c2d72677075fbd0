import * as z from 'zod';
import { readPeriod } from '@/lib/catalogue/periods/read-period';

/** A dated period in any usual notation, as its code; what may be meant either way is refused. */
export const TypedPeriod = z
  .string()
  .max(60)
  .transform((typed) => readPeriod(typed) ?? '')
  .refine((code) => code !== '' && code !== 'undated');
