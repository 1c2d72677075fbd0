import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { lampColours } from '@/lib/monitoring/lamps/words';

/** What the addresses of reports say: what was done, the page, and which colour is asked for. */
export const ReportAddress = z.object({
  done: z.enum(['saved', 'published', 'dropped']).optional().catch(undefined),
  page: PageNumber,
  only: z.enum(['', ...lampColours]).catch(''),
});
