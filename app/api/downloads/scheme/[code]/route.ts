import * as z from 'zod';
import { attachmentResponse, fileResponse, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { schemeDocuments } from '@/lib/assessment/schemes/queries';
import { writtenMoment, writtenSecond } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { schemeSheet } from '@/lib/publishing/schemes/scheme-sheet';
import { schemeFormats } from '@/lib/publishing/schemes/words';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

const Choice = z.object({
  format: z.enum(schemeFormats).catch('json'),
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
});

/** A version of a scheme as a file for an import: its document as JSON, or as a sheet. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/downloads/scheme/[code]'>,
): Promise<Response> {
  const [locale, principal, { code }] = await Promise.all([currentLocale(), currentPrincipal(), params]);
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const t = translator(locale, 'schemes');
  const choice = Choice.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!choice.success) return refusalAnswer(t('file.notFound'), 404);
  const { format, version: number } = choice.data;
  const scheme = (await schemeDocuments(principal, code, [number])).get(number);
  if (!scheme) return refusalAnswer(t('file.notFound'), 404);
  const name = t('file.name', { name: nameOf(scheme, locale), number: `${number}` });
  if (format === 'json') {
    const text = `${JSON.stringify(scheme, null, 2)}\n`;
    return attachmentResponse(new TextEncoder().encode(text), `${name}.json`, 'application/json; charset=utf-8');
  }
  const at = new Date();
  const { indicators } = await schemeCatalogue(scheme.peerGroup, writtenMoment(at).slice(0, 10));
  const names = new Map(indicators.map((one) => [one.code, nameOf(one, locale)]));
  const sheet = schemeSheet({
    scheme,
    code,
    number,
    exportedAt: writtenSecond(at),
    indicatorName: (of) => names.get(of) ?? of,
    locale,
  });
  return fileResponse(await workbookOf(sheet), 'xlsx', name, `scheme-${number}`);
}
