import { define } from '@/app/(desk)/catalogue/indicators/actions';
import { DefinitionFields } from '@/app/(desk)/catalogue/indicators/definition-fields';
import { DefinitionList } from '@/app/(desk)/catalogue/indicators/definition-list';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import type { IndicatorToEdit } from '@/lib/catalogue/indicators/editing/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The definitions of an indicator, and the form of a new one. */
export function DefinitionSection(props: { one: IndicatorToEdit; isFixed: boolean; today: string; locale: Locale }) {
  const { one, isFixed, today, locale } = props;
  const c = translator(locale, 'catalogue');
  return (
    <Section title={c('definition.title')} id="definitions" note={c('definition.note')}>
      <div className="mb-4 max-w-4xl">
        <DefinitionList definitions={one.definitions} first={one.definitions.at(-1)?.validFrom} locale={locale} />
      </div>
      <CommandForm
        id="definition"
        action={define}
        submit={c('definition.submit')}
        folded={c('definition.add')}
        refusedTitle={translator(locale, 'errors')('title')}
        hidden={{ code: one.code, version: one.version }}
      >
        <DefinitionFields
          validFrom={today}
          hint={c(isFixed ? 'hints.validFromFixed' : 'hints.validFrom')}
          locale={locale}
        />
        <div className="grid items-start gap-x-6 lg:grid-cols-2">
          <SelectField
            name="isBreak"
            label={c('fields.isBreak')}
            hint={c('hints.isBreak')}
            value=""
            options={[
              { value: '', label: c('form.choose') },
              { value: 'scope', label: c('definition.scopeLong') },
              { value: 'words', label: c('definition.wordsLong') },
            ]}
          />
          <TextAreaField
            name="reason"
            label={c('fields.reason')}
            hint={c('hints.definitionReason')}
            rows={2}
            maxLength={300}
          />
        </div>
      </CommandForm>
    </Section>
  );
}
