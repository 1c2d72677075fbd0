import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { taskSteps } from '@/lib/monitoring/task-lists/words';

const code = z
  .string()
  .regex(/^[\w.-]{1,64}$/)
  .catch('');

/** A year in an address; none for an invalid one. */
export const YearInAddress = z
  .string()
  .regex(/^(19|20|21)\d\d$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** What the list of units, and its file, are narrowed to. */
export const ListAddress = z.object({ page: PageNumber, year: YearInAddress, group: code, unit: code });

export const DoneStep = z.enum(taskSteps).optional().catch(undefined);
