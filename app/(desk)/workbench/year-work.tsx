import { currentDay } from '@/app/server/clock';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { stepsDue } from '@/lib/monitoring/year-plan/queries';
import { writtenStep } from '@/lib/monitoring/year-plan/written';
import { paths, withQuery } from '@/lib/paths';
import { WaitingLine } from './waiting-line';

/** The most steps that have a line of their own. */
const most = 4;

/** For the office: the steps of the year that are late or due soon, the last ones each and the others in one line. */
export async function YearWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const steps = await stepsDue(principal, await currentDay());
  const others = steps.slice(0, -most);
  const t = translator(locale, 'yearPlan');
  return (
    <>
      {steps.slice(-most).map((step) => (
        <WaitingLine
          key={`${step.year} ${step.kind} ${step.month}`}
          href={withQuery(paths.yearPlan, { year: `${step.year}` })}
        >
          {t(step.state === 'late' ? 'late' : 'due', {
            step: writtenStep(step, step.year, locale),
            day: step.dueOn ?? '',
          })}
        </WaitingLine>
      ))}
      {others.length > 0 && (
        <WaitingLine href={withQuery(paths.yearPlan, { year: `${others.at(-1)?.year}` })}>
          {t('others', { count: others.length })}
        </WaitingLine>
      )}
    </>
  );
}
