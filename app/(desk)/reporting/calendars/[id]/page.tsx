import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { edit } from '@/app/(desk)/reporting/calendars/actions';
import { CalendarFields } from '@/app/(desk)/reporting/calendars/calendar-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PageHeader } from '@/app/ui/shell/page-header';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { calendarToEdit } from '@/lib/reporting/collections/calendars/queries';
import { indicatorsToAsk, unitsToAsk } from '@/lib/reporting/collections/choices/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'collections')('calendar.editTitle') };
}

/** The form that changes a calendar; its frequency and its first period cannot change. */
export default async function CalendarPage({ params }: PageProps<'/reporting/calendars/[id]'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageCollections')]);
  const one = await calendarToEdit(principal, (await params).id);
  if (!one) notFound();
  const { frequency, startsWith, mergesJanuary } = one;
  const [topics, { groups, units }] = await Promise.all([
    indicatorsToAsk(principal, startsWith),
    unitsToAsk(principal, startsWith),
  ]);
  const t = translator(locale, 'collections');
  const facts = [
    one.title,
    t(`calendar.frequencies.${frequency}`),
    ...(mergesJanuary ? [t('calendar.merged')] : []),
    `${t('calendar.startsWith')} ${writtenPeriod(startsWith, locale)}`,
    ...(one.isActive ? [] : [t('calendar.paused')]),
  ];
  return (
    <>
      <PageHeader
        title={t('calendar.editTitle')}
        subtitle={
          <>
            {facts.join(' · ')}
            <br />
            {t('calendar.editLead')}
          </>
        }
        breadcrumb={[
          { label: t('title'), href: paths.collections },
          { label: t('calendar.title'), href: paths.calendars },
        ]}
      />
      <CommandForm
        key={one.version}
        action={edit}
        submit={t('calendar.submitEdit')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{
          calendarId: one.id,
          version: one.version,
          isActive: one.isActive ? 'yes' : 'no',
          frequency,
          startsWith,
          ...(mergesJanuary && { mergesJanuary: 'on' }),
        }}
      >
        <CalendarFields
          present={{
            ...one,
            reviewChain: [...one.reviewChain],
            unitCodes: [...one.unitCodes],
            items: [...one.items],
            peerGroupCode: one.peerGroupCode ?? '',
          }}
          hasSoFar={frequency !== 'yearly'}
          topics={topics}
          groups={groups}
          units={units}
          locale={locale}
        />
      </CommandForm>
    </>
  );
}
