import { AppealTable } from '@/app/(desk)/assessment/appeals/appeal-table';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { appealList, waitingAppeals } from '@/lib/assessment/appeals/list/queries';
import { type WaitedStep, waitedSteps } from '@/lib/assessment/appeals/list/words';
import { todayOf } from '@/lib/catalogue/today';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { Tally, tallyIn } from './tally';

/** The most lines on the workbench. */
const most = 10;

/** The list in which the appeals stand that wait for a step. */
const listed: Readonly<Record<WaitedStep, string>> = {
  accept: 'filed',
  decide: 'accepted',
  decideReview: 'reviewing',
  settle: 'open',
  close: 'open',
};

/** Appeals that wait: for the office by the step that the reader can take, for a unit its running ones. */
export async function AppealWork({ principal, locale }: { principal: Principal; locale: Locale }) {
  const counts = await waitingAppeals(principal, todayOf({ now: new Date() }));
  const { lines, total } =
    counts || principal.unitCode === null
      ? { lines: [], total: 0 }
      : await appealList(principal, { unit: principal.unitCode, state: 'open' }, { page: 1, most });
  const waiting = waitedSteps.filter((step) => (counts?.[step] ?? 0) > 0);
  if (waiting.length === 0 && total === 0) return null;
  const t = translator(locale, 'appeals');
  const tally = tallyIn(locale);
  return (
    <Section
      id="appeals"
      title={t('work.title')}
      actions={
        <a href={paths.appeals} className={buttonLook('outline')}>
          {t('work.all')}
        </a>
      }
    >
      {counts && (
        <Tally
          counts={waitedSteps.map((step) =>
            tally(t(`work.${step}`), 'items', counts[step], withQuery(paths.appeals, { state: listed[step] })),
          )}
        />
      )}
      {lines.length > 0 && <AppealTable lines={lines} ofUnits={false} caption={t('work.title')} locale={locale} />}
      {total > lines.length && !counts && (
        <p className="mt-2 text-table text-ink-2">{t('work.more', { count: total - lines.length })}</p>
      )}
    </Section>
  );
}
