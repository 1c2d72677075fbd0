import { RunTable } from '@/app/ui/assessment/run-table';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { waitingRuns } from '@/lib/assessment/runs/listing/queries';
import { mayTakeNextStep } from '@/lib/assessment/runs/next-person';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** Runs that the reader may approve or publish, and the number of those that wait for another person; nothing for none. */
export async function RunWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const waiting = await waitingRuns(principal);
  if (waiting.length === 0) return null;
  const t = translator(locale, 'runs');
  const runs = waiting.filter((run) => mayTakeNextStep(run, principal.userId));
  const tally = tallyIn(locale);
  const count = (label: string, state: 'trial' | 'approved') =>
    tally(label, 'runs', runs.filter((run) => run.state === state).length, withQuery(paths.runs, { state }));
  const others = waiting.length - runs.length;
  return (
    <Section
      id="runs"
      title={t('work.title')}
      actions={
        <a href={paths.runs} className={buttonLook('outline')}>
          {t('work.all')}
        </a>
      }
    >
      <Tally counts={[count(t('work.toApprove'), 'trial'), count(t('work.toPublish'), 'approved')]} />
      {runs.length > 0 && <RunTable runs={runs} caption={t('work.title')} locale={locale} />}
      {others > 0 && <p className="mt-2 text-table text-ink-2">{t('work.others', { count: others })}</p>}
    </Section>
  );
}
