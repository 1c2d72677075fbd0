import { adopt, end } from '@/app/(desk)/monitoring/lamp-rules/actions';
import { RuleMeasures } from '@/app/(desk)/monitoring/rule-measures';
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
  const isPast = Number(set.validFrom.slice(0, 4)) < year;
  const months = [year, year + 1].flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => ({
      value: monthText({ year: one, month: at + 1 }),
      label: writtenPeriod(periodCode('month', one, at + 1), locale),
    })),
  );
  const why = isPast ? t('rules.pastDraft') : set.editedBy === me ? t('rules.otherAdopts') : null;
  return (
    <RuleMeasures
      title={t('rules.measures')}
      rule={set}
      adopt={adopt}
      end={end}
      why={why}
      adoptAsk={t('rules.adoptAsk', { from })}
      word={(key) => t(`rules.${key}`)}
      refusedTitle={translator(locale, 'errors')('title')}
      months={months}
      thisMonth={todayOf({ now }).slice(0, 7)}
      locale={locale}
    />
  );
}
