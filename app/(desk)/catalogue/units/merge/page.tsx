import type { Metadata } from 'next';
import * as z from 'zod';
import { FromFields } from '@/app/(desk)/catalogue/from-fields';
import { UnitTicks } from '@/app/(desk)/catalogue/unit-ticks';
import { merge } from '@/app/(desk)/catalogue/units/actions';
import { NewUnitFields } from '@/app/(desk)/catalogue/units/new-unit-fields';
import { unitOptions } from '@/app/(desk)/catalogue/units/unit-choices';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Tick } from '@/app/ui/forms/tick';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';

const Asked = z.object({ unit: z.string().max(64).catch('') });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'unitDesk')('merge') };
}

export default async function MergeUnitsPage({ searchParams }: PageProps<'/catalogue/units/merge'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('manageUnits')]);
  const asked = Asked.parse(await searchParams);
  const today = todayOf({ now: new Date() });
  const units = await activeUnits(principal, today);
  const t = translator(locale, 'unitDesk');
  const chosen = units.find(({ code }) => code === asked.unit);
  return (
    <>
      <PageHeader
        title={t('merge')}
        subtitle={t('mergeLead')}
        breadcrumb={[{ label: translator(locale, 'units')('title'), href: paths.units }]}
      />
      <CommandForm
        id="merge"
        action={merge}
        submit={t('mergeSubmit')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={Object.fromEntries(units.map(({ code, version }) => [`version-${code}`, version]))}
        asks={{ question: t('mergeAsks'), yes: t('mergeSubmit'), no: t('no') }}
      >
        <div className="grid gap-x-12 lg:grid-cols-2">
          <div className="min-w-0">
            <UnitTicks
              prefix="unit"
              legend={t('predecessors')}
              hint={t('predecessorsHint')}
              units={units}
              ticked={chosen ? [chosen.code] : []}
              locale={locale}
            />
            <FromFields today={today} locale={locale} />
            <TextField name="note" label={t('note')} hint={t('noteHint')} maxLength={300} />
          </div>
          <div className="min-w-0">
            <SelectField
              name="into"
              label={t('into')}
              hint={t('intoHint')}
              value=""
              options={unitOptions(units, t('intoNew'), locale)}
            />
            <Section id="made" title={t('made')} note={t('madeNote')} className="mb-2">
              <NewUnitFields
                units={units}
                kind={chosen?.kind ?? 'street'}
                parentCode={chosen?.parentCode ?? ''}
                locale={locale}
              />
            </Section>
            <p>
              <Tick name="joins" isOn>
                {t('joins')}
              </Tick>
            </p>
            <p>
              <Tick name="addsUp">{t('addsUp')}</Tick>
            </p>
            <p className="mb-2 ml-6 text-xs leading-5 text-ink-2">{t('addsUpHint')}</p>
            <p className="mb-4 text-table text-ink-2">{t('mergeAccounts')}</p>
          </div>
        </div>
      </CommandForm>
    </>
  );
}
