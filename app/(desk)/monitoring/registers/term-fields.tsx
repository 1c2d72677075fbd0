import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import {
  type EntryFacts,
  entryStates,
  type ListedField,
  listOfField,
  type Register,
  type TermField,
} from '@/lib/monitoring/registers/words';

/** The fields of what an entry says from a day on. */
export function EntryTerms(props: {
  register: Register;
  facts: Pick<EntryFacts, TermField | 'state'>;
  units: readonly Named[];
  locale: Locale;
}) {
  const { register, facts, units, locale } = props;
  const t = translator(locale, 'registers');
  const options = (items: readonly Named[]) => [
    { value: '', label: t('none') },
    ...items.map((one) => ({ value: one.code, label: nameOf(one, locale) })),
  ];
  const listed = (field: ListedField) =>
    register.lists[listOfField[field]].length > 0 && (
      <SelectField
        key={field}
        name={field}
        label={t(`columns.${field}`)}
        value={facts[field]}
        options={options(register.lists[listOfField[field]])}
      />
    );
  return (
    <>
      <TextField name="entryName" label={t('columns.name')} value={facts.name} maxLength={80} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        {listed('field')}
        {listed('grade')}
        {(['bureau', 'street'] as const).map((field) => (
          <SelectField
            key={field}
            name={field}
            label={t(`columns.${field}`)}
            value={facts[field]}
            options={options(units)}
          />
        ))}
        {listed('group')}
        {facts.state !== '' && (
          <SelectField
            name="state"
            label={t('columns.state')}
            value={facts.state}
            options={entryStates.map((value) => ({ value, label: t(`states.${value}`) }))}
          />
        )}
      </div>
      <TextAreaField name="reason" label={t('entry.reason')} rows={2} maxLength={300} />
    </>
  );
}
