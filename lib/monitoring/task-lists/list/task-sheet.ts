import { strengthsOf } from '@/lib/assessment/rankings/card/strengths';
import { itemParts } from '@/lib/assessment/rankings/result-run';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenMeasure } from '@/lib/monitoring/consequences/written';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { TaskLine } from '@/lib/monitoring/task-lists/page/words';
import type { Portrait } from '@/lib/monitoring/task-lists/portrait/portrait';
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

/** The portrait of a unit in the lines above the table of its file; none for what there is nothing of. */
export function aboutUnit(portrait: Portrait, locale: Locale): Sheet['about'] {
  const t = translator(locale, 'taskLists');
  const { newest, lamps, followUps, consequences } = portrait;
  const items = newest && strengthsOf(itemParts(newest.run.scheme), newest.standings, newest.result.items);
  const names = (parts: NonNullable<typeof items>['strong']) =>
    parts.map(({ part, standing: { place, of } }) => `${nameOf(part, locale)} ${place}/${of}`);
  const red = lamps.filter(({ colour }) => colour === 'red');
  const told = {
    strong: items ? names(items.strong) : [],
    weak: items ? names(items.weak) : [],
    red: red.map(({ indicator }) => nameOf(indicator, locale)),
    openFollowUps: followUps.lines.map(({ id, title }) => `${writtenNumber(id, locale)} ${title}`),
    openConsequences: consequences.lines.map((line) => writtenMeasure(line, locale)),
  };
  return (Object.keys(told) as (keyof typeof told)[]).flatMap((key) =>
    told[key].length > 0 ? [[t(`file.${key}`), listed(told[key], locale)] as const] : [],
  );
}
