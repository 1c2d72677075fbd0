import { derive } from '@/app/(desk)/catalogue/indicators/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { formulaOf } from '@/lib/observations/derived/queries';
import { longestFormula } from '@/lib/observations/derived/words';

/** The form of the formula by which an indicator is computed from others. */
export async function FormulaSection({ code, locale }: { code: string; locale: Locale }) {
  const held = await formulaOf(code);
  const t = translator(locale, 'derived');
  return (
    <Section id="formula" title={t('title')} note={t('lead')}>
      <CommandForm
        id="formula-form"
        action={derive}
        submit={t('save')}
        tone="outline"
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ code, version: held?.version ?? 0 }}
        className="max-w-3xl"
      >
        <TextAreaField
          name="expression"
          label={t('formula')}
          hint={t('formulaHint')}
          value={held?.expression ?? ''}
          rows={2}
          maxLength={longestFormula}
        />
        <TextField name="unitCode" label={t('unit')} value={held?.unitCode ?? ''} maxLength={40} className="max-w-sm" />
      </CommandForm>
    </Section>
  );
}
