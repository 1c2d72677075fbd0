import type { Metadata } from 'next';
import * as z from 'zod';
import { create } from '@/app/(desk)/catalogue/units/actions';
import { NewUnitFields } from '@/app/(desk)/catalogue/units/new-unit-fields';
import { unitOptions } from '@/app/(desk)/catalogue/units/unit-choices';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { PageHeader } from '@/app/ui/shell/page-header';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { unitKinds } from '@/lib/catalogue/words';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Asked = z.object({ parent: z.string().max(64).catch(''), kind: z.enum(unitKinds).catch('street') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'unitDesk')('create') };
}

export default async function NewUnitPage({ searchParams }: PageProps<'/catalogue/units/new'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageUnits')]);
  const { parent, kind } = Asked.parse(await searchParams);
  const units = await activeUnits(principal, todayOf({ now: new Date() }));
  const t = translator(locale, 'unitDesk');
  const above = units.find(({ code }) => code === parent);
  return (
    <>
      <PageHeader
        title={t('create')}
        subtitle={t('createLead')}
        breadcrumb={[{ label: translator(locale, 'units')('title'), href: paths.units }]}
      />
      <CommandForm
        id="new-unit"
        action={create}
        submit={t('create')}
        refusedTitle={translator(locale, 'errors')('title')}
        className="max-w-3xl"
      >
        <NewUnitFields units={units} kind={kind} parentCode={above?.code ?? ''} locale={locale} />
        <div className="grid items-end gap-x-8 sm:grid-cols-2">
          <TextField name="validFrom" type="date" label={t('validFrom')} />
          <SelectField
            name="after"
            label={t('after')}
            hint={t('afterHint')}
            value=""
            options={unitOptions(units, t('afterLast'), locale)}
          />
        </div>
        <TextAreaField name="aliases" label={t('aliases')} hint={t('aliasesHint')} rows={3} maxLength={1900} />
        <p className="mb-4">
          <Tick name="isDemonstration" isOn={above?.isDemonstration ?? false}>
            {t('isDemonstration')}
          </Tick>
        </p>
      </CommandForm>
    </>
  );
}
