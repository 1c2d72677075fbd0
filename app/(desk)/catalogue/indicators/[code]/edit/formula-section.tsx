import { derive } from '@/app/(desk)/catalogue/indicators/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenExpression } from '@/lib/observations/derived/formulas/written-formula';
import { derivationOf, formulaOf } from '@/lib/observations/derived/queries';
import { FormulaField } from './formula-field';

/** The form of the formula by which an indicator is computed from others; a changed one of shown figures has a reason. */
export async function FormulaSection(props: {
  principal: Principal;
  code: string;
  hasFigures: boolean;
  locale: Locale;
}) {
  const { principal, code, locale } = props;
  const [held, derivation] = await Promise.all([formulaOf(code), derivationOf(principal, code, { first: [] })]);
  const t = translator(locale, 'derived');
  const needsSecond = held !== null && props.hasFigures;
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
        <FormulaField
          code={code}
          expression={held?.expression ?? ''}
          unitCode={held?.unitCode ?? ''}
          reading={
            derivation ? t('reads', { formula: writtenExpression(derivation.parsed, derivation.names, locale) }) : ''
          }
          words={{
            formula: t('formula'),
            hint: t('formulaHint'),
            unit: t('unit'),
            find: t('find'),
            findHint: t('findHint'),
            faults: t('faults'),
          }}
        />
        {needsSecond && (
          <TextAreaField
            name="reason"
            label={translator(locale, 'catalogue')('fields.reason')}
            hint={t('needsSecond')}
            rows={2}
            maxLength={300}
          />
        )}
      </CommandForm>
    </Section>
  );
}
