import { stepName } from '@/app/(desk)/monitoring/year/step-name';
import { currentDay } from '@/app/server/clock';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { stepsDue } from '@/lib/monitoring/year-plan/queries';
import { paths, withQuery } from '@/lib/paths';
import { WaitingLine } from './waiting-line';

/** For the office: the steps of the year that are late or due soon. */
export async function YearWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const steps = await stepsDue(principal, await currentDay());
  const t = translator(locale, 'yearPlan');
  return steps.map((step) => (
    <WaitingLine
      key={`${step.year} ${step.kind} ${step.month}`}
      href={withQuery(paths.yearPlan, { year: `${step.year}` })}
    >
      {t(step.state === 'late' ? 'late' : 'due', {
        step: t('stepOf', { year: `${step.year}`, step: stepName(step, locale) }),
        day: step.dueOn ?? '',
      })}
    </WaitingLine>
  ));
}
