import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { FormMarkFields } from '@/app/ui/forms/form-mark-fields';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The fields for the title and the times of a collection. */
export function TermsFields(props: {
  title: string;
  instructions: string;
  formNumber: string;
  issuedBy: string;
  times: { opensOn: string; dueOn: string; dueTime: string; graceDays: number };
  locale: Locale;
}) {
  const { title, instructions, times, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <div className="grid gap-x-12 lg:grid-cols-2">
      <Section title={t('form.stepAbout')} id="about" className="mt-2 min-w-0">
        <TextField name="title" label={t('form.name')} value={title} maxLength={80} />
        <FormMarkFields formNumber={props.formNumber} issuedBy={props.issuedBy} locale={locale} />
        <TextAreaField
          name="instructions"
          label={t('form.instructions')}
          hint={t('form.instructionsHint')}
          value={instructions}
          rows={4}
          maxLength={2000}
        />
      </Section>
      <Section title={t('form.stepTimes')} id="times" className="mt-2 min-w-0">
        <div className="side-by-side grid gap-x-6 sm:grid-cols-2">
          <TextField name="opensOn" label={t('form.opensOn')} type="date" value={times.opensOn} />
          <TextField name="dueOn" label={t('form.dueOn')} type="date" value={times.dueOn} />
          <TextField name="dueTime" label={t('form.dueTime')} type="time" value={times.dueTime} />
          <TextField
            name="graceDays"
            label={t('form.graceDays')}
            hint={t('form.graceHint')}
            inputMode="numeric"
            value={`${times.graceDays}`}
            maxLength={2}
          />
        </div>
      </Section>
    </div>
  );
}
