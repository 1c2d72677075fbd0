import type { Metadata } from 'next';
import * as z from 'zod';
import { open } from '@/app/(desk)/reporting/collections/actions';
import { TermsFields } from '@/app/(desk)/reporting/collections/terms-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { ItemPicker } from '@/app/ui/forms/item-picker';
import { PeriodChooser } from '@/app/ui/forms/period-chooser';
import { ReviewFields } from '@/app/ui/forms/review-fields';
import { UnitPicker } from '@/app/ui/forms/unit-picker';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { dayPlus } from '@/lib/catalogue/today';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { askedKinds, choosePeriod } from '@/lib/reporting/collections/choices/choose-period';
import { collectionToCopy, indicatorsToAsk, lastGroup, unitsToAsk } from '@/lib/reporting/collections/choices/queries';
import { CollectionId, itemPeriod } from '@/lib/reporting/collections/terms';

const path = paths.newCollection;
const usualDays = 10;
const Choice = z.object({
  kind: z.enum(askedKinds).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  period: z.string().max(20).optional().catch(undefined),
  from: CollectionId.optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'collections')('form.newTitle') };
}

/** The form that opens a collection: the period is in the address, everything else in one form. */
export default async function NewCollectionPage({ searchParams }: PageProps<'/reporting/collections/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageCollections')]);
  const choice = Choice.parse(await searchParams);
  const today = writtenMoment(new Date()).slice(0, 10);
  const chosen = choosePeriod(choice, today);
  const { period } = chosen;
  const [topics, { groups, units }, last, source] = await Promise.all([
    indicatorsToAsk(principal, period),
    unitsToAsk(principal, period),
    lastGroup(principal),
    choice.from ? collectionToCopy(principal, choice.from) : null,
  ]);
  const t = translator(locale, 'collections');
  // A group without members in the period is not offered.
  const usual = groups.some(({ code }) => code === last) ? last : '';
  const hasSoFar = itemPeriod(period, 'yearToDate') !== null;
  const spoken = writtenPeriod(period, locale);
  const title = source
    ? source.title.replace(writtenPeriod(source.periodCode, 'zh-CN'), writtenPeriod(period, 'zh-CN'))
    : t('form.usualTitle', { period: spoken });
  const picked = source?.items.map(({ indicatorCode, periodCode, isRequired }) => ({
    indicatorCode,
    isRequired,
    basis: periodCode === source.periodCode ? ('current' as const) : ('yearToDate' as const),
  }));
  const chain = source?.reviewChain ?? ['unitReviewer', 'departmentReviewer'];
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        subtitle={t('form.newLead')}
        breadcrumb={[{ label: t('title'), href: paths.collections }]}
      />
      {source && <Notice>{t('form.copied', { title: source.title })}</Notice>}
      <Section title={t('form.stepPeriod')} id="period" className="mt-2">
        <PeriodChooser action={path} chosen={chosen} keep={{ from: choice.from }} locale={locale} />
      </Section>
      <CommandForm
        // The key renews the fields when the period or the copied collection change.
        key={`${period} ${choice.from}`}
        action={open}
        submit={t('form.submitNew')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ periodCode: period }}
      >
        <TermsFields
          title={title}
          instructions={source?.instructions ?? ''}
          formNumber={source?.formNumber ?? ''}
          issuedBy={source?.issuedBy ?? ''}
          times={{ opensOn: today, dueOn: dayPlus(today, usualDays), dueTime: '17:30', graceDays: 3 }}
          locale={locale}
        />
        <Section
          title={t('form.stepItems')}
          id="items"
          note={t(hasSoFar ? 'form.itemsNote' : 'form.itemsNoteOne', { period: spoken })}
          className="mt-2 mb-8"
        >
          <ItemPicker topics={topics} picked={picked ?? []} hasSoFar={hasSoFar} locale={locale} />
        </Section>
        <Section title={t('form.stepUnits')} id="units" className="mb-8">
          <UnitPicker
            groups={groups}
            units={units}
            groupCode={source ? (source.peerGroupCode ?? '') : usual}
            unitCodes={source?.unitCodes ?? []}
            locale={locale}
          />
        </Section>
        <Section title={t('form.stepReview')} id="review" className="mb-4">
          <ReviewFields chain={chain} vintage={source?.vintage ?? 'preliminary'} locale={locale} />
        </Section>
      </CommandForm>
    </>
  );
}
