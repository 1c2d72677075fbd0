import { currentDay } from '@/app/server/clock';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import type { Principal } from '@/lib/access/principal';
import { publicityState } from '@/lib/assessment/publicity/days';
import { publicityOf } from '@/lib/assessment/publicity/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The announcement of a run, on the screen and on paper; nothing where there is none. */
export async function PublicityNote(props: {
  principal: Principal;
  run: Pick<ResultRun, 'id' | 'state'>;
  locale: Locale;
}) {
  const { principal, run, locale } = props;
  const announced = await publicityOf(principal, run.id);
  if (!announced) return null;
  const t = translator(locale, 'appeals');
  const { firstDay: first, lastDay: last, appealsUntil, body, contact, telephone, words } = announced;
  const state = publicityState(announced, run.state, await currentDay());
  return (
    <section
      aria-label={t('publicity.title')}
      className="my-4 border-l-2 border-sea bg-card px-3 py-2 text-sm print:my-1 print:py-0.5 print:text-[11px] print:leading-4"
    >
      <p>
        <Badge tone={state === 'running' ? 'sea' : 'plain'}>{t(`publicity.states.${state}`)}</Badge>{' '}
        {marked(t('publicity.printed', { first, last, body, contact, telephone }), locale)}{' '}
        {state === 'replaced' ? t('publicity.noAppeals') : t('publicity.appeals', { day: appealsUntil })}
      </p>
      {words !== '' && <p className="mt-1 whitespace-pre-line">{marked(words, locale)}</p>}
    </section>
  );
}
