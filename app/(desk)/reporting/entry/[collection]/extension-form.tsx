import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReturnHead } from '@/lib/reporting/entry/form/words';
import { askMoreTime } from './actions';

/** Requests more time for the unit; the assessment office decides. */
export function ExtensionForm({ head, locale }: { head: ReturnHead; locale: Locale }) {
  const t = translator(locale, 'entry');
  return (
    <div data-chrome>
      <Section id="more-time" title={t('more.title')} note={t('more.lead')}>
        <CommandForm
          action={askMoreTime}
          submit={t('more.submit')}
          tone="outline"
          refusedTitle={t('notAsked')}
          hidden={{ collectionId: head.collectionId, unitCode: head.unit.code }}
          className="max-w-xl"
        >
          <TextField name="untilOn" label={t('more.until')} type="date" value="" />
          <TextAreaField name="reason" label={t('more.reason')} maxLength={300} rows={2} />
        </CommandForm>
      </Section>
    </div>
  );
}
