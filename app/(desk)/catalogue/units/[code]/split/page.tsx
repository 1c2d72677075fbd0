import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FromFields } from '@/app/(desk)/catalogue/from-fields';
import { split } from '@/app/(desk)/catalogue/units/actions';
import { kindOptions } from '@/app/(desk)/catalogue/units/unit-choices';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { PageHeader } from '@/app/ui/shell/page-header';
import { todayOf } from '@/lib/catalogue/today';
import { editedUnit } from '@/lib/catalogue/units/desk/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'unitDesk')('split') };
}

export default async function SplitUnitPage({ params }: PageProps<'/catalogue/units/[code]/split'>) {
  const [locale, principal, { code }] = await Promise.all([currentLocale(), principalFor('manageUnits'), params]);
  const unit = await editedUnit(principal, addressPart(code));
  if (unit?.validTo !== null) notFound();
  const t = translator(locale, 'unitDesk');
  const name = nameOf(unit, locale);
  return (
    <>
      <PageHeader
        title={t('splitTitle', { name })}
        subtitle={t('splitLead')}
        breadcrumb={[
          { label: translator(locale, 'units')('title'), href: paths.units },
          { label: name, href: paths.unit(unit.code) },
        ]}
      />
      <CommandForm
        id="split"
        action={split}
        submit={t('splitSubmit')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ code: unit.code, version: unit.version }}
        asks={{ question: t('splitAsks'), yes: t('splitSubmit'), no: t('no') }}
        className="max-w-3xl"
      >
        <TextAreaField name="parts" label={t('parts')} hint={t('partsHint')} rows={4} maxLength={3000} />
        <SelectField
          name="kind"
          label={t('partKind')}
          value={unit.kind}
          options={kindOptions(locale)}
          className="max-w-md"
        />
        <FromFields today={todayOf({ now: new Date() })} locale={locale} />
        <TextField name="note" label={t('note')} hint={t('noteHint')} maxLength={300} />
        <p>
          <Tick name="retires">{t('retires')}</Tick>
        </p>
        <p className="mb-4">
          <Tick name="joins" isOn>
            {t('splitJoins')}
          </Tick>
        </p>
      </CommandForm>
    </>
  );
}
