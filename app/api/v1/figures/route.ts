import * as z from 'zod';
import { answerProgram, writingRoute } from '@/app/api/v1/answer';
import { Word } from '@/lib/publishing/api/cursor';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { figuresAfter, missingCodes } from '@/lib/publishing/api/queries';
import { daysOf } from '@/lib/publishing/api/read-parameters';
import { shownFigure, tidyFigure } from '@/lib/publishing/api/shown-rows';
import { writeFigures } from '@/lib/publishing/api/writing/write-figures';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';

/** The figures that pages show, now or at a moment, as JSON or as the tidy CSV that an import takes. */
export async function GET(request: Request): Promise<Response> {
  return answerProgram(request, 'figures', async ({ principal, parameters, after, paged }) => {
    const { indicator, unit, period_from, period_to, as_of, format, limit } = parameters;
    const days = { from: daysOf(period_from)?.startsOn, to: daysOf(period_to)?.endsOn };
    const choice = { indicator, unit, ...days, asOf: as_of === undefined ? undefined : new Date(as_of) };
    const key = after(z.tuple([Word, Word, Word]));
    const found = await figuresAfter(principal, choice, { limit, key });
    if (found.length === 0 && key === null) {
      const faults = await missingCodes(principal, { indicator, unit });
      if (faults.length > 0) throw new ApiProblem('invalid', { faults });
    }
    const { rows, next } = paged(found, (row) => [row.indicatorCode, row.periodCode, row.orgUnitCode]);
    const wantsCsv = format === undefined ? asksForCsv(request) : format === 'csv';
    if (wantsCsv) return { csv: tidyHead + rows.map((row) => tidyLine(tidyFigure(row))).join(''), next };
    return { json: { data: rows.map(shownFigure), next } };
  });
}

/** Writes figures into a draft, or as cited ones that wait for a second person. */
export const POST = writingRoute(writeFigures);

/** Whether a request takes CSV and says nothing of JSON. */
function asksForCsv({ headers }: Request): boolean {
  const accept = headers.get('accept') ?? '';
  return /\btext\/csv\b/i.test(accept) && !/\bapplication\/json\b/i.test(accept);
}
