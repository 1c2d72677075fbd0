import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { bulletinKinds } from '@/lib/publishing/bulletins/words';

/** What the addresses of documents say: what was done, the page, a kind and its source, a document to correct, and marks looked for. */
export const BulletinAddress = z.object({
  done: z.enum(['saved', 'checked', 'issued', 'dropped']).optional().catch(undefined),
  page: PageNumber,
  kind: z.enum(bulletinKinds).optional().catch(undefined),
  run: z.string().max(64).optional().catch(undefined),
  report: z.string().max(64).optional().catch(undefined),
  consequence: z.string().max(64).optional().catch(undefined),
  scheme: z.string().max(64).optional().catch(undefined),
  unit: z.string().max(64).optional().catch(undefined),
  corrects: z.string().max(64).optional().catch(undefined),
  find: z.string().max(60).catch('').default(''),
});
