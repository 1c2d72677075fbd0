import { addressPart } from '@/app/server/address-part';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { currentPrincipal } from '@/app/server/principal';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import { choosePeriod } from '@/lib/catalogue/indicators/choose-period';
import { definitionAt } from '@/lib/catalogue/indicators/definition-at';
import { indicatorPage } from '@/lib/catalogue/indicators/queries';
import { notesInPeriod } from '@/lib/dashboards/series/noted';
import { pastMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { ranking } from '@/lib/observations/ranking/queries';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { rankingFileName, rankingSheet } from '@/lib/publishing/indicator/ranking-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The ranking on an indicator's page as a file: the same period and group, the same figures. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const [{ code }, locale, principal] = await Promise.all([params, currentLocale(), currentPrincipal()]);
  const t = translator(locale, 'indicators');
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const query = new URL(request.url).searchParams;
  const format = formatAsked(query.get('format'));
  if (!format) return refusalAnswer(t('file.unknownFormat'), 400);
  const page = await indicatorPage(principal, addressPart(code));
  if (!page) return refusalAnswer(t('file.unknownIndicator'), 404);
  const chosen = choosePeriod(
    page.coverage,
    page.groups,
    {
      period: query.get('period') || undefined,
      group: query.get('group') || undefined,
    },
    page.indicator.measure,
  );
  const at = pastMoment(query.get('asof') ?? undefined, new Date());
  const table =
    chosen &&
    (await ranking(
      principal,
      {
        indicatorCode: page.indicator.code,
        periodCode: chosen.period.periodCode,
        peerGroupCode: chosen.group.code,
      },
      at ?? undefined,
    ));
  if (!table) return refusalAnswer(t('file.nothing'), 404);
  const units = table.rows.map(({ unit }) => unit.code);
  const notes = at ? [] : await chartNotes(principal, { indicators: [page.indicator.code], units });
  const subject = {
    ranking: table,
    notes: notesInPeriod(notes, table.periodCode, { indicator: page.indicator.code, units }, locale),
    group: chosen.group,
    definition: definitionAt(page.definitions, table.periodCode),
    at,
    locale,
  };
  const sheet = rankingSheet(subject);
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  const plainName = `${page.indicator.code}-${table.periodCode}-${table.peerGroupCode}`;
  return fileResponse(body, format, rankingFileName(subject), plainName);
}
