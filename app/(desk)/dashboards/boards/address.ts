import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';

/** What the pages of boards are asked for, besides the filter of a board. */
export const BoardAddress = z.object({
  page: PageNumber,
  done: z.enum(['saved', 'shared', 'published', 'withdrawn', 'restored', 'removed']).optional().catch(undefined),
});
