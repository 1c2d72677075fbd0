import * as z from 'zod';
import { answerProgram } from '@/app/api/v1/answer';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { Whole } from '@/lib/publishing/api/cursor';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { openedRanking, shownRank } from '@/lib/publishing/api/shown-rows';

/** The units of a ranking that the program may see, by place, those apart after them. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answerProgram(request, 'ranking', async ({ principal, after, paged }) => {
    const run = /^[\w-]{1,64}$/.test(id) ? await resultRun(principal, id) : null;
    if (!run) throw new ApiProblem('notFound');
    const [from] = after(z.tuple([Whole])) ?? [0];
    const table = await rankTable(principal, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null);
    // A run never changes, so the number of a row is its place in every answer.
    const numbered = [...table.rows, ...table.apart].map((row, at) => ({ row, number: at + 1 }));
    const { rows, next } = paged(
      numbered.filter(({ number }) => number > from),
      ({ number }) => [number],
    );
    return { json: { ranking: openedRanking(run), data: rows.map(({ row }) => shownRank(row)), next } };
  });
}
