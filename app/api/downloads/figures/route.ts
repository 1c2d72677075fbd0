import * as z from 'zod';
import { fileResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { mostInFile as most } from '@/app/ui/figures/figures-file';
import { translator } from '@/lib/i18n/translator';
import { figureStretches } from '@/lib/publishing/csv/queries';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';

const code = z
  .string()
  .regex(/^[\w.-]{1,40}$/)
  .optional();
const Choice = z.object({ indicator: code, unit: code, period: code, source: code });

/** The current figures of an indicator, a unit, a period or a document as the tidy CSV that an import takes. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'revisions');
  const asked = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const choice = Choice.safeParse(Object.fromEntries(asked));
  if (!choice.success) return refusalAnswer(t('file.nothing'), 404);
  const lines: string[] = [];
  for await (const stretch of figureStretches(principal, choice.data, { most: most + 1 })) {
    for (const row of stretch) lines.push(tidyLine(row));
  }
  if (lines.length === 0) return refusalAnswer(t('file.nothing'), 404);
  if (lines.length > most) return refusalAnswer(t('file.tooMany', { most }), 422);
  const what = Object.values(choice.data)
    .filter((value) => value !== undefined)
    .join('-');
  return fileResponse(
    tidyHead + lines.join(''),
    'csv',
    t('file.name', { what: what || t('file.all') }),
    `figures${what && `-${what}`}`,
  );
}
