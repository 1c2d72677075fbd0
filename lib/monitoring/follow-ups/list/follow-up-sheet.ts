import { writtenMoment } from '@/lib/i18n/moments';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { dueIn } from '@/lib/monitoring/follow-ups/due-in';
import type { FollowUpLine } from '@/lib/monitoring/follow-ups/list/words';
import { writtenLeft, writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

/** Follow-ups as a sheet, a line each. */
export function followUpSheet(
  lines: readonly FollowUpLine[],
  { title, today, filter }: { readonly title: string; readonly today: string; readonly filter: string },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'followUps');
  const text = (value: string): SheetCell => (value === '' ? null : { text: value });
  return {
    ...{ name: t('file.sheet'), title, notes: [] },
    about: [
      [t('file.asOf'), today],
      [t('file.filter'), filter],
    ],
    columns: (
      ['number', 'title', 'unit', 'assisting', 'state', 'due', 'left', 'origin', 'measures', 'updated'] as const
    ).map((key) => t(`columns.${key}`)),
    rows: lines.map((line) => [
      ...[text(writtenNumber(line.id, locale)), text(line.title), text(nameOf(line.unit, locale))],
      text(
        listed(
          line.assisting.map((unit) => nameOf(unit, locale)),
          locale,
        ),
      ),
      ...[text(t(`states.${line.state}`)), text(line.dueOn), text(writtenLeft(dueIn(line, today), locale))],
      ...[text(t(`origins.${line.origin}`)), text(line.measures), text(writtenMoment(line.updatedAt))],
    ]),
  };
}
