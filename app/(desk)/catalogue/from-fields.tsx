import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** From which day a change holds, and why: a past day waits for a second person, who reads the reason. */
export function FromFields({ today, locale }: { today: string; locale: Locale }) {
  const t = translator(locale, 'unitDesk');
  return (
    <>
      <TextField name="from" type="date" label={t('from')} hint={t('fromHint')} value={today} className="max-w-md" />
      <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={300} />
    </>
  );
}
