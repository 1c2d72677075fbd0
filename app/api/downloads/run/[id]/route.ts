import { attachmentResponse, fileResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { packageArchive } from '@/lib/assessment/package/package-archive';
import { frozenFigures, publishedPackage } from '@/lib/assessment/package/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';

/** The inputs of a published run, so that anyone can compute it again: scheme and terms, the figures, or both packed. */
export async function GET(request: Request, { params }: RouteContext<'/api/downloads/run/[id]'>): Promise<Response> {
  const [locale, principal, { id }] = await Promise.all([currentLocale(), currentPrincipal(), params]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'runs');
  const part = new URL(request.url).searchParams.get('part') ?? 'package';
  const found = ['package', 'figures', 'archive'].includes(part) ? await publishedPackage(principal, id) : null;
  if (!found) return refusalAnswer(t('files.notFound'), 404);
  const named = { scheme: nameOf(found, locale), period: writtenPeriod(found.package.period, locale) };
  const terms = () => `${JSON.stringify(found.package, null, 2)}\n`;
  if (part === 'package') {
    const body = new TextEncoder().encode(terms());
    return attachmentResponse(body, `${t('files.name', named)}.json`, 'application/json; charset=utf-8');
  }
  const lines: string[] = [];
  for await (const stretch of frozenFigures(principal, id)) lines.push(...stretch.map(tidyLine));
  const figures = tidyHead + lines.join('');
  if (part === 'archive') {
    return attachmentResponse(packageArchive(terms(), figures), `${t('files.name', named)}.zip`, 'application/zip');
  }
  const plainName = `${found.schemeCode}-${found.package.period}-figures`;
  return fileResponse(figures, 'csv', t('files.figuresName', named), plainName);
}
