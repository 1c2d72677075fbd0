import type { Metadata } from 'next';
import { FromFields } from '@/app/(desk)/catalogue/from-fields';
import { create } from '@/app/(desk)/catalogue/sequences/actions';
import { GroupFields } from '@/app/(desk)/catalogue/sequences/group-fields';
import { UnitTicks } from '@/app/(desk)/catalogue/unit-ticks';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { PageHeader } from '@/app/ui/shell/page-header';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'groups')('create') };
}

export default async function NewSequencePage() {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageUnits')]);
  const today = todayOf({ now: new Date() });
  const units = await activeUnits(principal, today);
  const t = translator(locale, 'groups');
  return (
    <>
      <PageHeader
        title={t('create')}
        subtitle={t('createLead')}
        breadcrumb={[{ label: t('title'), href: paths.sequences }]}
      />
      <CommandForm
        id="new-group"
        action={create}
        submit={t('create')}
        refusedTitle={translator(locale, 'errors')('title')}
        className="max-w-5xl"
      >
        <GroupFields group={{ nameZh: '', nameEn: '', noteZh: '', noteEn: '' }} locale={locale} />
        <TextField name="code" label={t('code')} hint={t('codeHint')} maxLength={40} className="max-w-md" />
        <UnitTicks prefix="add" legend={t('members')} hint={t('addHint')} units={units} locale={locale} />
        <FromFields today={today} locale={locale} />
      </CommandForm>
    </>
  );
}
