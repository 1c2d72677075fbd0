import * as z from 'zod';
import { answerProgram, writingRoute } from '@/app/api/v1/answer';
import { Word } from '@/lib/publishing/api/cursor';
import { ApiProblem } from '@/lib/publishing/api/problem';
import { figuresAfter, missingCodes } from '@/lib/publishing/api/queries';
import { daysOf } from '@/lib/publishing/api/read-parameters';
import { sdmxHead, sdmxLine, sdmxType, sdmxVersion } from '@/lib/publishing/api/sdmx-csv';
import { shownFigure, tidyFigure } from '@/lib/publishing/api/shown-rows';
import { writeFigures } from '@/lib/publishing/api/writing/write-figures';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';

/** The figures that pages show, now or at a moment, as JSON, as the tidy CSV that an import takes, or as SDMX-CSV. */
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
    const form = format ?? askedForm(request);
    if (form === 'csv') return { csv: tidyHead + rows.map((row) => tidyLine(tidyFigure(row))).join(''), next };
    if (form === 'sdmx-csv') {
      const type = `${sdmxType};version=${sdmxVersion}`;
      return { csv: sdmxHead + rows.map(sdmxLine).join(''), type, next };
    }
    return { json: { data: rows.map(shownFigure), next } };
  });
}

/** Writes figures into a draft, or as cited ones that wait for a second person. */
export const POST = writingRoute(writeFigures);

/** The form of the answer by the header Accept: that of SDMX or CSV where it is named, and JSON is not. */
function askedForm({ headers }: Request): 'json' | 'csv' | 'sdmx-csv' {
  const accept = (headers.get('accept') ?? '').toLowerCase();
  if (accept.includes('application/json')) return 'json';
  const [, more] = accept.split(sdmxType);
  if (more !== undefined && /^(?![^,]*version=(?!2\.0\.0))/.test(more)) return 'sdmx-csv';
  return /\btext\/csv\b/.test(accept) ? 'csv' : 'json';
}
