import type { Metadata } from 'next';
import { LampAddress } from '@/app/(desk)/monitoring/lamps/address';
import { chosenMonth } from '@/app/(desk)/monitoring/lamps/chosen-month';
import { prepare } from '@/app/(desk)/monitoring/reports/actions';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import { reportKinds } from '@/lib/monitoring/reports/words';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'reports')('prepare') };
}

/** A new report: of a sequence in a month that has lamps. */
export default async function NewReportPage({ searchParams }: PageProps<'/monitoring/reports/new'>) {
  const [locale, principal, query] = await Promise.all([currentLocale(), principalFor('manageReports'), searchParams]);
  const chosen = await chosenMonth(principal, LampAddress.parse(query));
  const t = translator(locale, 'reports');
  return (
    <>
      <PageHeader
        title={t('prepare')}
        subtitle={t('prepareLead')}
        breadcrumb={[{ label: t('title'), href: paths.reports }]}
      />
      {'choice' in chosen ? (
        <CommandForm
          id="prepare"
          action={prepare}
          submit={t('save')}
          refusedTitle={translator(locale, 'errors')('title')}
          className="max-w-2xl"
        >
          <SelectField
            name="group"
            label={t('group')}
            value={chosen.group.code}
            options={chosen.groups.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
          />
          <SelectField
            name="month"
            label={t('month')}
            value={monthText(chosen.choice)}
            options={chosen.months.map((one) => ({
              value: monthText(one),
              label: writtenPeriod(periodCode('month', one.year, one.month), locale),
            }))}
          />
          <SelectField
            name="kind"
            label={t('kind')}
            hint={t('kindHint')}
            value="month"
            options={reportKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <TextAreaField name="note" label={t('note')} hint={t('noteHint')} rows={5} maxLength={2000} />
        </CommandForm>
      ) : (
        <EmptyState title={translator(locale, 'lamps')('none')} reason={translator(locale, 'lamps')('noneReason')} />
      )}
    </>
  );
}
