import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import type { FormAction } from '@/app/ui/forms/form-state';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type Word =
  | 'adopt'
  | 'adoptYes'
  | 'drop'
  | 'dropFold'
  | 'end'
  | 'endFold'
  | 'lastMonth'
  | 'lastMonthHint'
  | 'reason'
  | 'reasonHint';

/** What the office may do with rules as data: adopt a draft of somebody else, or end them with a reason. */
export function RuleMeasures(props: {
  title: string;
  rule: { readonly code: string; readonly number: number; readonly version: number; readonly state: string };
  adopt: FormAction<never>;
  end: FormAction<never>;
  /** What stands against adopting a draft; null for nothing. */
  why: string | null;
  adoptAsk: string;
  word: (key: Word) => string;
  refusedTitle: string;
  months: readonly { readonly value: string; readonly label: string }[];
  thisMonth: string;
  locale: Locale;
}) {
  const { title, rule, adopt, end, why, adoptAsk, word, refusedTitle, months, thisMonth, locale } = props;
  const isDraft = rule.state === 'draft';
  const form = { hidden: { ruleCode: rule.code, number: rule.number, version: rule.version }, refusedTitle };
  return (
    <Section title={title} id="measures">
      {isDraft && why !== null && <p className="mb-4 border-l-2 border-gold pl-3">{why}</p>}
      {isDraft && why === null && (
        <CommandForm
          id="adopt"
          action={adopt}
          submit={word('adopt')}
          {...form}
          className="mb-4"
          asks={{ question: adoptAsk, yes: word('adoptYes'), no: translator(locale, 'shell')('asks.no') }}
        />
      )}
      <CommandForm
        id="end"
        action={end}
        submit={word(isDraft ? 'drop' : 'end')}
        tone="danger"
        folded={word(isDraft ? 'dropFold' : 'endFold')}
        className="max-w-2xl"
        {...form}
      >
        {!isDraft && (
          <SelectField
            name="lastMonth"
            label={word('lastMonth')}
            hint={word('lastMonthHint')}
            value={thisMonth}
            options={months}
          />
        )}
        <TextAreaField name="reason" label={word('reason')} hint={word('reasonHint')} rows={2} maxLength={300} />
      </CommandForm>
    </Section>
  );
}
