import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';

/** What the addresses of documents say: what was done, the page, a run, a document to correct, and marks looked for. */
export const BulletinAddress = z.object({
  done: z.enum(['saved', 'checked', 'issued', 'dropped']).optional().catch(undefined),
  page: PageNumber,
  run: z.string().max(64).optional().catch(undefined),
  corrects: z.string().max(64).optional().catch(undefined),
  find: z.string().max(60).catch('').default(''),
});
