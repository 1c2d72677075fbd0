import { adopt, end } from '@/app/(desk)/monitoring/lamp-rules/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampRuleSet } from '@/lib/monitoring/lamps/rule-sets/words';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

/** What the office may do with a set of rules: adopt a draft of somebody else, or end it with a reason. */
export function Measures(props: { set: LampRuleSet; me: string; now: Date; from: string; locale: Locale }) {
  const { set, me, now, from, locale } = props;
  const t = translator(locale, 'lamps');
  const year = yearOf(now);
  const isDraft = set.state === 'draft';
  const isPast = Number(set.validFrom.slice(0, 4)) < year;
  const form = {
    hidden: { ruleCode: set.code, number: set.number, version: set.version },
    refusedTitle: translator(locale, 'errors')('title'),
  };
  const months = [year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => ({
      value: monthText({ year: one, month: at + 1 }),
      label: writtenPeriod(periodCode('month', one, at + 1), locale),
    })),
  );
  const thisMonth = todayOf({ now }).slice(0, 7);
  const why = isPast ? t('rules.pastDraft') : set.editedBy === me ? t('rules.otherAdopts') : null;
  return (
    <Section title={t('rules.measures')} id="measures">
      {isDraft && why !== null && <p className="mb-4 border-l-2 border-gold pl-3">{why}</p>}
      {isDraft && why === null && (
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
            value={thisMonth}
            options={months}
          />
        )}
        <TextAreaField name="reason" label={t('rules.reason')} hint={t('rules.reasonHint')} rows={2} maxLength={300} />
      </CommandForm>
    </Section>
  );
}
