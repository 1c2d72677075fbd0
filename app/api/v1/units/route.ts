import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { Whole, Word } from '@/lib/publishing/api/cursor';
import { unitsAfter } from '@/lib/publishing/api/queries';
import { shownUnit } from '@/lib/publishing/api/shown-rows';

/** The units that the program may read. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'units', async ({ principal, parameters: { limit }, after, paged }) => {
    const found = await unitsAfter(principal, { limit, key: after(z.tuple([Whole, Word])) });
    const { rows, next } = paged(found, ({ sortOrder, code }) => [sortOrder, code]);
    return { json: { data: rows.map(shownUnit), next } };
  });
}
