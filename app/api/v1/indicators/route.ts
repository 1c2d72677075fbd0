import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { Whole, Word } from '@/lib/publishing/api/cursor';
import { indicatorsAfter } from '@/lib/publishing/api/queries';
import { shownIndicator } from '@/lib/publishing/api/shown-rows';

/** The indicators of the catalogue. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'indicators', async ({ principal, parameters: { limit }, after, paged }) => {
    const found = await indicatorsAfter(principal, { limit, key: after(z.tuple([Whole, Word])) });
    const { rows, next } = paged(found, ({ sortOrder, code }) => [sortOrder, code]);
    return { json: { data: rows.map(shownIndicator), next } };
  });
}
