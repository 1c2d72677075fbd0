import { UnitTicks } from '@/app/(desk)/catalogue/unit-ticks';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import type { ActiveUnit } from '@/lib/catalogue/groups/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { conditionSides, type FollowUpTerms } from '@/lib/monitoring/follow-ups/words';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import { assisting } from './read-form';

/** The fields of what a follow-up asks, and of whom. */
export function TermsFields(props: {
  terms: FollowUpTerms;
  units: readonly ActiveUnit[];
  indicators: readonly IndicatorChoice[];
  locale: Locale;
}) {
  const { terms, units, indicators, locale } = props;
  const t = translator(locale, 'followUps');
  const { condition } = terms;
  const unitOptions = units.map((one) => ({ value: one.code, label: nameOf(one, locale) }));
  return (
    <>
      <TextField name="title" label={t('forms.title')} hint={t('forms.titleHint')} value={terms.title} maxLength={80} />
      <TextAreaField
        name="matter"
        label={t('forms.matter')}
        hint={t('forms.matterHint')}
        value={terms.matter}
        rows={5}
        maxLength={2000}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <SelectField
          name="unit"
          label={t('forms.unit')}
          value={terms.unit}
          options={[{ value: '', label: t('forms.choose') }, ...unitOptions]}
        />
        <TextField name="dueOn" label={t('forms.dueOn')} type="date" value={terms.dueOn} />
      </div>
      <p className="-mt-2 mb-4 text-xs leading-5 text-ink-2">{t('forms.dueHint')}</p>
      <UnitTicks
        prefix={assisting}
        legend={t('forms.assisting')}
        hint={t('forms.assistingHint')}
        units={units}
        ticked={terms.assisting}
        locale={locale}
      />
      <fieldset className="mb-4 min-w-0 border-t border-rule pt-3">
        <legend className="font-medium">{t('forms.condition')}</legend>
        <p className="mb-3 text-xs leading-5 text-ink-2">{t('forms.conditionLead')}</p>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <SelectField
            name="conditionIndicator"
            label={t('forms.conditionIndicator')}
            value={condition?.indicator ?? ''}
            options={[
              { value: '', label: t('forms.noCondition') },
              ...indicators.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
            ]}
          />
          <SelectField
            name="conditionUnit"
            label={t('forms.conditionUnit')}
            value={condition?.unit ?? ''}
            options={[{ value: '', label: t('forms.unit') }, ...unitOptions]}
          />
          <TextField
            name="conditionPeriod"
            label={t('forms.conditionPeriod')}
            hint={t('forms.conditionPeriodHint')}
            value={condition ? writtenPeriod(condition.period, locale) : ''}
            maxLength={60}
          />
          <SelectField
            name="conditionSide"
            label={t('forms.conditionSide')}
            value={condition?.side ?? 'atMost'}
            options={conditionSides.map((value) => ({ value, label: t(`forms.sides.${value}`) }))}
          />
          <TextField
            name="conditionValue"
            label={t('forms.conditionValue')}
            hint={t('forms.conditionValueHint')}
            value={condition?.value ?? ''}
            maxLength={40}
          />
        </div>
      </fieldset>
    </>
  );
}
