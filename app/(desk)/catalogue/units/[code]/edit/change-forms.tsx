import { FromFields } from '@/app/(desk)/catalogue/from-fields';
import { move, remove, rename, retire } from '@/app/(desk)/catalogue/units/actions';
import { unitOptions } from '@/app/(desk)/catalogue/units/unit-choices';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { ActiveUnit } from '@/lib/catalogue/groups/queries';
import type { EditedUnit, UnitUse } from '@/lib/catalogue/units/desk/words';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The changes of a unit that hold from a day on, each folded, and its deletion. */
export function ChangeForms(props: {
  unit: EditedUnit;
  others: readonly ActiveUnit[];
  uses: readonly { readonly what: UnitUse; readonly count: number }[];
  today: string;
  locale: Locale;
}) {
  const { unit, others, uses, today, locale } = props;
  const t = translator(locale, 'unitDesk');
  const name = nameOf(unit, locale);
  const shared = {
    refusedTitle: translator(locale, 'errors')('title'),
    hidden: { code: unit.code, version: unit.version },
  };
  return (
    <div className="min-w-0 max-lg:mt-8">
      {unit.validTo === null && (
        <>
          <Section id="rename" title={t('rename')} note={t('renameNote')} className="">
            <CommandForm {...shared} id="rename-form" action={rename} submit={t('rename')} folded={t('open.rename')}>
              <TextField name="nameZh" label={t('newName')} maxLength={60} className="mt-3" />
              <TextField name="nameEn" label={t('nameEn')} maxLength={120} />
              <FromFields today={today} locale={locale} />
            </CommandForm>
          </Section>
          <Section id="move" title={t('move')} note={t('moveNote')} className="mt-6">
            <CommandForm {...shared} id="move-form" action={move} submit={t('move')} folded={t('open.move')}>
              <SelectField
                name="parentCode"
                label={t('parent')}
                value={unit.parentCode ?? ''}
                options={unitOptions(others, t('noParent'), locale)}
                className="mt-3"
              />
              <FromFields today={today} locale={locale} />
            </CommandForm>
          </Section>
          <Section id="retire" title={t('retire')} note={t('retireNote')} className="mt-6">
            <CommandForm
              {...shared}
              id="retire-form"
              action={retire}
              submit={t('retire')}
              tone="danger"
              folded={t('open.retire')}
              asks={{ question: t('retireAsks', { name }), yes: t('retireYes'), no: t('no') }}
            >
              <div className="mt-3" />
              <FromFields today={today} locale={locale} />
            </CommandForm>
          </Section>
        </>
      )}
      <Section id="remove" title={t('remove')} note={t('removeNote')} className="mt-6">
        {uses.length === 0 ? (
          <CommandForm
            {...shared}
            id="remove-form"
            action={remove}
            submit={t('remove')}
            tone="danger"
            asks={{ question: t('removeAsks', { name }), yes: t('removeYes'), no: t('no') }}
          />
        ) : (
          <p className="text-ink-2">
            {t('usedBy', {
              uses: listed(
                uses.map(({ what, count }) => t(`uses.${what}`, { count })),
                locale,
              ),
            })}
          </p>
        )}
      </Section>
    </div>
  );
}
