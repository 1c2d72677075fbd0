import { adopt, end } from '@/app/(desk)/monitoring/consequence-rules/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ConsequenceRule } from '@/lib/monitoring/consequences/rules/words';
import { writtenMet } from '@/lib/monitoring/consequences/written';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

/** What the office may do with a rule: adopt a draft of somebody else, or end it with a reason. */
export function Measures(props: { rule: ConsequenceRule; me: string; now: Date; from: string; locale: Locale }) {
  const { rule, me, now, from, locale } = props;
  const t = translator(locale, 'consequences');
  const year = yearOf(now);
  const isDraft = rule.state === 'draft';
  const form = {
    hidden: { ruleCode: rule.code, number: rule.number, version: rule.version },
    refusedTitle: t('forms.refusedTitle'),
  };
  const months = [year - 1, year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => `${one}-${`${at + 1}`.padStart(2, '0')}`),
  );
  return (
    <Section title={t('rules.actions')} id="measures">
      {isDraft && rule.editedBy === me && <p className="mb-4 border-l-2 border-gold pl-3">{t('rules.otherAdopts')}</p>}
      {isDraft && rule.editedBy !== me && (
        <CommandForm
          id="adopt"
          action={adopt}
          submit={t('rules.adopt')}
          {...form}
          className="mb-4"
          asks={{
            question: t('rules.adoptAsk', { from }),
            yes: t('rules.adoptYes'),
            no: translator(locale, 'shell')('asks.no'),
          }}
        />
      )}
      <CommandForm
        id="end"
        action={end}
        submit={isDraft ? t('rules.drop') : t('rules.end')}
        tone="danger"
        folded={isDraft ? t('rules.dropFold') : t('rules.endFold')}
        className="max-w-2xl"
        {...form}
      >
        {!isDraft && (
          <SelectField
            name="lastMonth"
            label={t('rules.lastMonth')}
            hint={t('rules.lastMonthHint')}
            value={todayOf({ now }).slice(0, 7)}
            options={months.map((value) => ({ value, label: writtenMet(value, locale) }))}
          />
        )}
        <TextAreaField name="reason" label={t('rules.reason')} hint={t('rules.reasonHint')} rows={2} maxLength={300} />
      </CommandForm>
    </Section>
  );
}
