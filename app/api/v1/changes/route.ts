import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { Instant, Whole, Word } from '@/lib/publishing/api/cursor';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { changesAfter, missingCodes } from '@/lib/publishing/api/queries';
import { shownChange } from '@/lib/publishing/api/shown-rows';

/** Every revision and withdrawal of a figure since a moment. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'changes', async ({ principal, parameters, after, paged }) => {
    const { since, indicator, unit, limit } = parameters;
    const key = after(z.tuple([Instant, Word, Word, Word, Whole]));
    const found = await changesAfter(principal, { since: new Date(since), indicator, unit }, { limit, key });
    if (found.length === 0 && key === null) {
      const faults = await missingCodes(principal, { indicator, unit });
      if (faults.length > 0) throw new ApiProblem('invalid', { faults });
    }
    const { rows, next } = paged(found, (row) => [
      row.recordedAt.toISOString(),
      row.indicatorCode,
      row.periodCode,
      row.orgUnitCode,
      row.revision,
    ]);
    return { json: { data: rows.map(shownChange), next } };
  });
}
