import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The wording of a definition and the day from which it holds. */
export function DefinitionFields(props: { validFrom: string; hint: string; locale: Locale }) {
  const c = translator(props.locale, 'catalogue');
  return (
    <>
      <TextField
        name="validFrom"
        label={c('fields.validFrom')}
        hint={props.hint}
        type="date"
        value={props.validFrom}
        className="max-w-72"
      />
      <div className="grid items-start gap-x-6 lg:grid-cols-2">
        <TextAreaField name="definitionZh" label={c('fields.definitionZh')} rows={4} maxLength={2000} />
        <TextAreaField name="definitionEn" label={c('fields.definitionEn')} rows={4} maxLength={4000} />
        <TextAreaField name="formulaZh" label={c('fields.formulaZh')} rows={2} maxLength={1000} />
        <TextAreaField name="formulaEn" label={c('fields.formulaEn')} rows={2} maxLength={2000} />
      </div>
    </>
  );
}
