import { add } from '@/app/(desk)/monitoring/task-lists/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { FollowUpLine } from '@/lib/monitoring/follow-ups/list/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';

/** The form by which the office adds a task to the list of a unit. */
export function AddForm(props: {
  unit: Named;
  year: number;
  indicators: readonly IndicatorChoice[];
  followUps: readonly FollowUpLine[];
  locale: Locale;
}) {
  const { unit, year, indicators, followUps, locale } = props;
  const t = translator(locale, 'taskLists');
  const none = { value: '', label: t('forms.choose') };
  return (
    <CommandForm
      id="add"
      action={add}
      submit={t('forms.add')}
      folded={t('forms.addFold')}
      hidden={{ ofUnit: unit.code, ofYear: year }}
      refusedTitle={t('forms.refusedTitle')}
      className="max-w-3xl"
    >
      <TextField name="title" label={t('forms.title')} maxLength={80} />
      <TextAreaField name="goal" label={t('forms.goal')} rows={2} maxLength={300} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField name="dueOn" label={t('forms.dueOn')} type="date" value={`${year}-12-31`} />
        <TextField name="responsible" label={t('forms.ownerOptional')} maxLength={60} />
        <SelectField
          name="indicator"
          label={t('forms.indicator')}
          value=""
          options={[none, ...indicators.map((one) => ({ value: one.code, label: nameOf(one, locale) }))]}
        />
        <SelectField
          name="followUp"
          label={t('forms.followUp')}
          value=""
          options={[
            none,
            ...followUps
              .filter(({ state }) => state !== 'raised' && state !== 'dropped')
              .filter((one) => one.unit.code === unit.code)
              .map(({ id, title }) => ({ value: id, label: `${writtenNumber(id, locale)} ${title}` })),
          ]}
        />
      </div>
      <TextAreaField name="reason" label={t('forms.addReason')} rows={2} maxLength={300} />
    </CommandForm>
  );
}
