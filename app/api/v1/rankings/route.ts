import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { Instant, Word } from '@/lib/publishing/api/cursor';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { missingCodes, rankingsAfter } from '@/lib/publishing/api/queries';
import { shownRanking } from '@/lib/publishing/api/shown-rows';

/** The published rankings, the latest first. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'rankings', async ({ principal, parameters, after, paged }) => {
    const { scheme, period, limit } = parameters;
    const key = after(z.tuple([Instant, Word]));
    const found = await rankingsAfter(principal, { scheme, period }, { limit, key });
    if (found.length === 0 && key === null) {
      const faults = await missingCodes(principal, { scheme });
      if (faults.length > 0) throw new ApiProblem('invalid', { faults });
    }
    const { rows, next } = paged(found, ({ publishedAt, id }) => [publishedAt?.toISOString(), id]);
    return { json: { data: rows.map(shownRanking), next } };
  });
}
