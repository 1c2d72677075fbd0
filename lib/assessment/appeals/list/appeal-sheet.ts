import type { AppealLine } from '@/lib/assessment/appeals/list/words';
import { writtenItems, writtenResult } from '@/lib/assessment/appeals/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

const columns = [
  'unit',
  'result',
  'about',
  'state',
  'outcome',
  'review',
  'grounds',
  'asks',
  'filed',
  'updated',
] as const;

/** Appeals as a sheet, a line each. */
export function appealSheet(
  lines: readonly AppealLine[],
  { title, today, filter }: { readonly title: string; readonly today: string; readonly filter: string },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'appeals');
  const text = (value: string): SheetCell => (value === '' ? null : { text: value });
  return {
    ...{ name: t('file.sheet'), title, notes: [] },
    about: [
      [t('file.asOf'), today],
      [t('file.filter'), filter],
    ],
    columns: columns.map((key) => t(`columns.${key}`)),
    rows: lines.map((line) => [
      ...[text(nameOf(line.unit, locale)), text(writtenResult(line.result, locale))],
      ...[text(writtenItems(line.items, locale)), text(t(`states.${line.state}`))],
      ...[text(line.outcome ? t(`outcomes.${line.outcome}`) : ''), text(line.reviewUntil ?? '')],
      ...[text(line.grounds), text(line.asks), text(writtenMoment(line.filedAt)), text(writtenMoment(line.updatedAt))],
    ]),
  };
}
