import { RunTable } from '@/app/ui/assessment/run-table';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { waitingRuns } from '@/lib/assessment/runs/listing/queries';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** Runs that the office has to approve or to publish; nothing where none waits. */
export async function RunWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const runs = await waitingRuns(principal);
  if (runs.length === 0) return null;
  const t = translator(locale, 'runs');
  const count = (state: 'trial' | 'approved') => runs.filter((run) => run.state === state).length;
  const tally = tallyIn(locale);
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
      <Tally
        counts={[
          tally(t('work.toApprove'), 'runs', count('trial')),
          tally(t('work.toPublish'), 'runs', count('approved')),
        ]}
      />
      <RunTable runs={runs} caption={t('work.title')} locale={locale} />
    </Section>
  );
}
