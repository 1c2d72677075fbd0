import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { edit } from '@/app/(desk)/catalogue/units/actions';
import { kindOptions, unitOptions } from '@/app/(desk)/catalogue/units/unit-choices';
import { addressPart } from '@/app/server/address-part';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { Section } from '@/app/ui/shell/section';
import { activeUnits } from '@/lib/catalogue/groups/queries';
import { todayOf } from '@/lib/catalogue/today';
import { editedUnit, unitUsesFor } from '@/lib/catalogue/units/desk/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { ChangeForms } from './change-forms';

type Props = PageProps<'/catalogue/units/[code]/edit'>;
const Asked = z.object({ done: z.enum(['saved', 'made']).optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'unitDesk')('edit') };
}

/** Everything that the office does with one unit. */
export default async function EditUnitPage({ params, searchParams }: Props) {
  const [locale, principal, { code: part }] = await Promise.all([currentLocale(), principalFor('manageUnits'), params]);
  const code = addressPart(part);
  const today = todayOf({ now: new Date() });
  const [unit, units, uses, raw] = await Promise.all([
    editedUnit(principal, code),
    activeUnits(principal, today),
    unitUsesFor(principal, code),
    searchParams,
  ]);
  if (!unit) notFound();
  const { done } = Asked.parse(raw);
  const t = translator(locale, 'unitDesk');
  const name = nameOf(unit, locale);
  const others = units.filter((one) => one.code !== unit.code);
  return (
    <>
      <PageHeader
        title={t('editTitle', { name })}
        breadcrumb={[
          { label: translator(locale, 'units')('title'), href: paths.units },
          { label: name, href: paths.unit(unit.code) },
        ]}
        actions={
          unit.validTo === null && (
            <>
              <a href={withQuery(paths.mergeUnits, { unit: unit.code })} className={buttonLook('outline')}>
                {t('mergeThis')}
              </a>
              <a href={paths.unitSplit(unit.code)} className={buttonLook('outline')}>
                {t('splitThis')}
              </a>
            </>
          )
        }
      />
      {done && (
        <Notice>
          {t(`done.${done}`)}{' '}
          {done === 'made' && (
            <a
              href={withQuery(paths.newUnit, { parent: unit.parentCode ?? undefined, kind: unit.kind })}
              className="text-sea underline"
            >
              {t('another')}
            </a>
          )}
        </Notice>
      )}
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Section id="basics" title={t('basics')} note={t('basicsNote')} className="min-w-0">
          <CommandForm
            id="basics-form"
            action={edit}
            submit={t('save')}
            refusedTitle={translator(locale, 'errors')('title')}
            hidden={{
              code: unit.code,
              version: unit.version,
              ...(uses.length > 0 && { nameZh: unit.nameZh }),
            }}
          >
            {uses.length === 0 ? (
              <TextField name="nameZh" label={t('nameZh')} value={unit.nameZh} maxLength={60} />
            ) : (
              <p className="mb-4">
                <span className="block text-sm font-medium">{t('nameZh')}</span>
                {unit.nameZh} <span className="text-xs text-ink-2">{t('nameFixed')}</span>
              </p>
            )}
            <TextField
              name="nameEn"
              label={t('nameEn')}
              hint={t('nameEnHint')}
              value={unit.nameEn === unit.nameZh ? '' : unit.nameEn}
              maxLength={120}
            />
            <div className="grid gap-x-8 sm:grid-cols-2">
              <SelectField
                name="kind"
                label={t('kind')}
                value={unit.kind}
                options={kindOptions(locale)}
                className="self-end"
              />
              <TextField
                name="gbCode"
                label={t('gbCode')}
                hint={t('gbCodeHint')}
                value={unit.gbCode ?? ''}
                inputMode="numeric"
                maxLength={12}
              />
              <TextField
                name="validFrom"
                type="date"
                label={t('validFrom')}
                value={unit.validFrom ?? ''}
                className="self-end"
              />
              <SelectField
                name="after"
                label={t('after')}
                value=""
                options={unitOptions(others, t('afterStay'), locale)}
                className="self-end"
              />
            </div>
            <TextAreaField
              name="aliases"
              label={t('aliases')}
              hint={t('aliasesHint')}
              value={unit.aliases.join('\n')}
              rows={Math.max(3, unit.aliases.length + 1)}
              maxLength={1900}
            />
          </CommandForm>
        </Section>
        <ChangeForms unit={unit} others={others} uses={uses} today={today} locale={locale} />
      </div>
    </>
  );
}
