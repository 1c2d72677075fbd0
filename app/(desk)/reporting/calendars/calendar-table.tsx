import { CommandForm } from '@/app/ui/forms/command-form';
import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { daysFor } from '@/lib/reporting/collections/calendar-dates';
import { nextPeriod } from '@/lib/reporting/collections/calendars/calendar-terms';
import type { CalendarLine } from '@/lib/reporting/collections/calendars/queries';
import { pause } from './actions';

/** Calendars, a line each: frequency, times, units, and the next period. */
export function CalendarTable({ calendars, locale }: { calendars: readonly CalendarLine[]; locale: Locale }) {
  const t = translator(locale, 'collections');
  const columns: Column<CalendarLine>[] = [
    {
      key: 'name',
      header: t('calendar.name'),
      className: 'min-w-40 max-sm:max-w-44',
      cell: (one) => (
        <>
          <a href={paths.calendar(one.id)} className="font-medium text-sea hover:underline">
            {one.title}
          </a>{' '}
          {!one.isActive && <Badge tone="gold">{t('calendar.paused')}</Badge>}
        </>
      ),
    },
    {
      key: 'frequency',
      header: t('calendar.frequency'),
      className: 'whitespace-nowrap',
      cell: (one) => (
        <>
          {t(`calendar.frequencies.${one.frequency}`)}
          {one.mergesJanuary && <span className="block text-xs text-ink-2">{t('calendar.merged')}</span>}
        </>
      ),
    },
    { key: 'times', header: t('calendar.times'), className: 'min-w-52', cell: (one) => timesOf(one, locale) },
    {
      key: 'units',
      header: t('calendar.units'),
      className: 'min-w-28',
      cell: (one) => (one.group ? nameOf(one.group, locale) : t('calendar.unitCount', { count: one.unitCodes.length })),
    },
    { key: 'items', header: t('calendar.items'), align: 'end', cell: ({ items }) => items.length },
    { key: 'opened', header: t('calendar.opened'), align: 'end', cell: ({ opened }) => opened.length },
    {
      key: 'next',
      header: t('calendar.nextPeriod'),
      className: 'whitespace-nowrap',
      cell: (one) => {
        const next = nextPeriod(one, new Set(one.opened));
        return (
          <>
            {writtenPeriod(next, locale)}
            <span className="block text-xs text-ink-2">
              {t('calendar.nextOpens', { on: daysFor(one, next).opensOn })}
            </span>
          </>
        );
      },
    },
    {
      key: 'action',
      header: t('calendar.action'),
      cell: (one) => (
        <span className="flex items-center gap-2">
          <a
            href={paths.calendar(one.id)}
            aria-label={t('calendar.editOf', { title: one.title })}
            className={buttonLook('outline')}
          >
            {t('calendar.edit')}
          </a>
          <CommandForm
            action={pause}
            submit={t(one.isActive ? 'calendar.pause' : 'calendar.resume')}
            label={t(one.isActive ? 'calendar.pauseOf' : 'calendar.resumeOf', { title: one.title })}
            tone="outline"
            refusedTitle={translator(locale, 'errors')('title')}
            hidden={{ calendarId: one.id, version: one.version, isActive: one.isActive ? 'no' : 'yes' }}
          />
        </span>
      ),
    },
  ];
  return <DataTable caption={t('calendar.title')} rows={calendars} columns={columns} rowKey={({ id }) => id} />;
}

function timesOf({ opensDay, dueDay, dueMonthsAfter, dueTime }: CalendarLine, locale: Locale): string {
  const t = translator(locale, 'collections');
  const said = { opens: opensDay, due: dueDay, time: dueTime };
  return dueMonthsAfter === 1
    ? t('calendar.timesSame', said)
    : t('calendar.timesLater', { ...said, months: dueMonthsAfter });
}
