import * as z from 'zod';
import { withQuery } from '@/lib/paths';

/** The page of a list in an address; the first for an invalid one. */
export const PageNumber = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .catch(1);

/** The address of a page of a list, with the chosen filters. */
export function pageAddress(path: string, chosen: Readonly<Record<string, string | undefined>>) {
  return (page: number) => withQuery(path, { ...chosen, page });
}
