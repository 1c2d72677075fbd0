import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { Whole, Word } from '@/lib/publishing/api/cursor';
import { lampsAfter } from '@/lib/publishing/api/monitoring/queries';
import { shownLamp } from '@/lib/publishing/api/monitoring/shown-rows';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { missingCodes } from '@/lib/publishing/api/queries';
import { daysOf } from '@/lib/publishing/api/read-parameters';

/** The lamps of months, as told or else as they are, with their reasons. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'lamps', async ({ principal, parameters, after, paged }) => {
    const { indicator, unit, period_from, period_to, limit } = parameters;
    const choice = { indicator, unit, from: daysOf(period_from)?.startsOn, to: daysOf(period_to)?.endsOn };
    const key = after(z.tuple([Word, Word, Whole, Whole]));
    const found = await lampsAfter(principal, choice, { limit, key });
    if (found.length === 0 && key === null) {
      const faults = await missingCodes(principal, { indicator, unit });
      if (faults.length > 0) throw new ApiProblem('invalid', { faults });
    }
    const { rows, next } = paged(found, (row) => [row.unit, row.indicator, row.year, row.month]);
    return { json: { data: rows.map(shownLamp), next } };
  });
}
