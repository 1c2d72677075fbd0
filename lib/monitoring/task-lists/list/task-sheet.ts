import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { TaskLine } from '@/lib/monitoring/task-lists/page/words';
import { dayOf } from '@/lib/monitoring/task-lists/written';
import type { Sheet } from '@/lib/publishing/words';

/** Tasks as a sheet, a line each. */
export function taskSheet(
  lines: readonly TaskLine[],
  { title, about }: { readonly title: string; readonly about: Sheet['about'] },
  locale: Locale,
): Sheet {
  const t = translator(locale, 'taskLists');
  const keys = [
    'unit',
    'title',
    'goal',
    'measure',
    'dueOn',
    'responsible',
    'state',
    'late',
    'note',
    'notedOn',
    'about',
  ] as const;
  return {
    ...{ name: t('file.sheet'), title, about, notes: [] },
    columns: keys.map((key) => t(`columns.${key}`)),
    rows: lines.map((line) =>
      [
        ...[nameOf(line.unit, locale), line.title, line.goal, line.measure, line.dueOn, line.responsible],
        ...[t(`states.${line.state}`), line.isOverdue ? t('overdue') : ''],
        ...[line.note?.words ?? '', line.note ? dayOf(line.note.at) : ''],
        line.indicator ? nameOf(line.indicator, locale) : line.followUp ? writtenNumber(line.followUp, locale) : '',
      ].map((text) => (text === '' ? null : { text })),
    ),
  };
}
