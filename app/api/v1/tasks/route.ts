import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { todayOf } from '@/lib/catalogue/today';
import { Word } from '@/lib/publishing/api/cursor';
import { tasksAfter } from '@/lib/publishing/api/monitoring/queries';
import { shownTask } from '@/lib/publishing/api/monitoring/shown-rows';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { missingCodes } from '@/lib/publishing/api/queries';

/** The follow-ups and the tasks of the lists of units. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'tasks', async ({ principal, parameters, now, after, paged }) => {
    const { unit, kind, state, limit } = parameters;
    const key = after(z.tuple([Word, Word]));
    const found = await tasksAfter(principal, { unit, kind, state }, { limit, key, today: todayOf({ now }) });
    if (found.length === 0 && key === null) {
      const faults = await missingCodes(principal, { unit });
      if (faults.length > 0) throw new ApiProblem('invalid', { faults });
    }
    const { rows, next } = paged(found, ({ kind, id }) => [kind, id]);
    return { json: { data: rows.map(shownTask), next } };
  });
}
