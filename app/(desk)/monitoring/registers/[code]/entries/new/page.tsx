import type { Metadata } from 'next';
import { saveOne } from '@/app/(desk)/monitoring/registers/actions';
import { shownRegister } from '@/app/(desk)/monitoring/registers/shown-register';
import { EntryTerms } from '@/app/(desk)/monitoring/registers/term-fields';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { PageHeader } from '@/app/ui/shell/page-header';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { noFacts } from '@/lib/monitoring/registers/words';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'registers')('entry.newTitle') };
}

/** The form by which an entry is added to a register. */
export default async function NewEntryPage({ params }: PageProps<'/monitoring/registers/[code]/entries/new'>) {
  const [locale, principal, { code }] = await Promise.all([currentLocale(), principalFor('manageRegisters'), params]);
  const register = await shownRegister(code);
  const today = todayOf({ now: new Date() });
  const units = await activeUnits(principal, today);
  const t = translator(locale, 'registers');
  return (
    <>
      <PageHeader
        title={t('entry.newTitle')}
        subtitle={t('entry.addLead')}
        breadcrumb={[
          { label: t('title'), href: paths.registers },
          { label: nameOf(register, locale), href: paths.register(register.code) },
        ]}
      />
      <CommandForm
        id="entry"
        action={saveOne}
        submit={t('entry.add')}
        hidden={{ register: register.code, version: 0, state: 'joined' }}
        refusedTitle={t('entry.refusedTitle')}
        className="max-w-3xl"
      >
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField
            name="identifier"
            label={t('import.identifier')}
            hint={t(`identifier.${register.kind}`)}
            maxLength={40}
          />
          <TextField name="from" label={t('entry.from')} type="date" value={today} className="justify-end" />
        </div>
        <EntryTerms register={register} facts={noFacts} units={units} locale={locale} />
      </CommandForm>
    </>
  );
}
