import type { Metadata } from 'next';
import * as z from 'zod';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { calendarList } from '@/lib/reporting/collections/calendars/queries';
import { run } from './actions';
import { CalendarTable } from './calendar-table';

const count = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .optional()
  .catch(undefined);
const Choice = z.object({ done: z.literal('1').optional().catch(undefined), opened: count, refused: count });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'collections')('calendar.title') };
}

/** The calendars that open collections by themselves. */
export default async function CalendarsPage({ searchParams }: PageProps<'/reporting/calendars'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageCollections')]);
  const { done, opened, refused } = Choice.parse(await searchParams);
  const calendars = await calendarList(principal);
  const t = translator(locale, 'collections');
  const create = (
    <a href={paths.newCalendar} className={buttonLook('primary')}>
      {t('calendar.create')}
    </a>
  );
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        subtitle={t('calendar.lead')}
        breadcrumb={[{ label: t('title'), href: paths.collections }]}
        actions={
          <>
            {calendars.length > 0 && (
              <CommandForm
                action={run}
                submit={t('calendar.run')}
                tone="outline"
                refusedTitle={translator(locale, 'errors')('title')}
              />
            )}
            {create}
          </>
        }
      />
      {done && <Notice>{t('calendar.done')}</Notice>}
      {opened !== undefined && <Notice>{t('calendar.ran', { opened })}</Notice>}
      {refused !== undefined && refused > 0 && <Notice tone="warn">{t('calendar.refused', { count: refused })}</Notice>}
      {calendars.length === 0 ? (
        <EmptyState title={t('calendar.none')} reason={t('calendar.noneReason')} action={create} />
      ) : (
        <CalendarTable calendars={calendars} locale={locale} />
      )}
    </>
  );
}
