import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import type { FormAction } from '@/app/ui/forms/form-state';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Draft } from '@/lib/reporting/rules/rule-draft';

/** Saves the tried rule; only its first day is left to choose. */
export function SaveForm(props: {
  action: FormAction;
  draft: Draft;
  /** The default of the first day. */
  validFrom: string;
  hidden?: Readonly<Record<string, string>>;
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'rules');
  const { validFrom: _, ...draft } = props.draft;
  return (
    <Section title={t('saveTitle')} id="save" note={t('saveLead')}>
      <CommandForm
        key={JSON.stringify(draft)}
        action={props.action}
        submit={t('save')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ ...draft, ...props.hidden }}
        className="max-w-md"
      >
        <TextField
          name="validFrom"
          label={t('fields.validFrom')}
          hint={t('hints.validFrom')}
          value={props.validFrom}
          maxLength={10}
        />
      </CommandForm>
    </Section>
  );
}
