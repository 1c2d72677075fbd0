import { adopt, end } from '@/app/(desk)/monitoring/consequence-rules/actions';
import { RuleMeasures } from '@/app/(desk)/monitoring/rule-measures';
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
  const months = [year - 1, year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => `${one}-${`${at + 1}`.padStart(2, '0')}`),
  );
  return (
    <RuleMeasures
      title={t('rules.actions')}
      rule={rule}
      adopt={adopt}
      end={end}
      why={rule.editedBy === me ? t('rules.otherAdopts') : null}
      adoptAsk={t('rules.adoptAsk', { from })}
      word={(key) => t(`rules.${key}`)}
      refusedTitle={t('forms.refusedTitle')}
      months={months.map((value) => ({ value, label: writtenMet(value, locale) }))}
      thisMonth={todayOf({ now }).slice(0, 7)}
      locale={locale}
    />
  );
}
