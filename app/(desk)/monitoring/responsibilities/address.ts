import * as z from 'zod';
import { YearInAddress } from '@/app/(desk)/monitoring/targets/address';
import { PageNumber } from '@/app/ui/tables/page-number';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import { printable } from '@/lib/printable';

const text = (most: number) => z.string().max(most).regex(printable).catch('');

/** What the list of responsibilities is narrowed to. */
export const ListAddress = z.object({
  year: YearInAddress.transform((year) => year ?? yearOf(new Date())),
  group: text(64),
  department: text(80),
  scheme: text(64),
  q: text(60).transform((found) => found.trim()),
  only: z.enum(['', 'without', 'disputed']).catch(''),
  page: PageNumber,
});
