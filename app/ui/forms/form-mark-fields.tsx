import { TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The fields for what a statistical form has at its right top: 表号 and 制定机关. */
export function FormMarkFields(props: { formNumber: string; issuedBy: string; locale: Locale }) {
  const t = translator(props.locale, 'collections');
  return (
    <div className="grid gap-x-6 sm:grid-cols-2">
      <TextField
        name="formNumber"
        label={t('form.formNumber')}
        hint={t('form.formNumberHint')}
        value={props.formNumber}
        maxLength={40}
      />
      <TextField name="issuedBy" label={t('form.issuedBy')} value={props.issuedBy} maxLength={60} />
    </div>
  );
}
