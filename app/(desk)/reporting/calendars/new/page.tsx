import type { Metadata } from 'next';
import * as z from 'zod';
import { create } from '@/app/(desk)/reporting/calendars/actions';
import { CalendarFields } from '@/app/(desk)/reporting/calendars/calendar-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { PeriodChooser } from '@/app/ui/forms/period-chooser';
import { Tick } from '@/app/ui/forms/tick';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { askedKinds, choosePeriod, frequencyOf } from '@/lib/reporting/collections/choices/choose-period';
import { indicatorsToAsk, lastGroup, unitsToAsk } from '@/lib/reporting/collections/choices/queries';

const path = paths.newCalendar;
const Choice = z.object({
  kind: z.enum(askedKinds).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  period: z.string().max(20).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'collections')('calendar.newTitle') };
}

/** The form that creates a calendar: its first period, which also gives the frequency, is in the address. */
export default async function NewCalendarPage({ searchParams }: PageProps<'/reporting/calendars/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageCollections')]);
  const chosen = choosePeriod(Choice.parse(await searchParams), writtenMoment(new Date()).slice(0, 10));
  const { period, kind } = chosen;
  const [topics, { groups, units }, last] = await Promise.all([
    indicatorsToAsk(principal, period),
    unitsToAsk(principal, period),
    lastGroup(principal),
  ]);
  // A group without members in the period is not offered.
  const usual = groups.some(({ code }) => code === last) ? last : '';
  const t = translator(locale, 'collections');
  return (
    <>
      <PageHeader
        title={t('calendar.newTitle')}
        subtitle={t('calendar.newLead')}
        breadcrumb={[
          { label: t('title'), href: paths.collections },
          { label: t('calendar.title'), href: paths.calendars },
        ]}
      />
      <Section
        title={t('calendar.startsWith')}
        id="startsWith"
        note={`${t(`calendar.frequencies.${frequencyOf[kind]}`)} · ${writtenPeriod(period, locale)}`}
        className="mt-2"
      >
        <PeriodChooser action={path} chosen={chosen} locale={locale} />
      </Section>
      <CommandForm
        key={period}
        action={create}
        submit={t('calendar.submitNew')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ startsWith: period, frequency: frequencyOf[kind] }}
      >
        {kind === 'month' && (
          <Tick name="mergesJanuary" isOn className="mb-2">
            {t('calendar.mergesJanuary')}
          </Tick>
        )}
        <CalendarFields
          present={{
            title: '',
            instructions: '',
            formNumber: '',
            issuedBy: '',
            opensDay: 1,
            dueDay: 10,
            dueMonthsAfter: 1,
            dueTime: '17:30',
            graceDays: 3,
            peerGroupCode: usual,
            unitCodes: [],
            items: [],
            reviewChain: ['unitReviewer', 'departmentReviewer'],
            vintage: 'preliminary',
          }}
          hasSoFar={kind !== 'year'}
          topics={topics}
          groups={groups}
          units={units}
          locale={locale}
        />
      </CommandForm>
    </>
  );
}
