import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentLocale } from '@/app/server/locale';
import { currentPrincipal } from '@/app/server/principal';
import { PublicityNote } from '@/app/ui/assessment/publicity-note';
import { RunMarks, RunNotice } from '@/app/ui/assessment/run-marks';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { PageHeader } from '@/app/ui/shell/page-header';
import type { Principal } from '@/lib/access/principal';
import { chooseRun } from '@/lib/assessment/rankings/choose-run';
import { publishedRuns, resultRun } from '@/lib/assessment/rankings/queries';
import type { ResultRun, RunChoice } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type RankingAddress, type RankingView, rankingPath } from './address';
import { RunChooser } from './run-chooser';
import { ViewTabs } from './view-tabs';

export type Shown = {
  readonly principal: Principal;
  readonly run: ResultRun;
  readonly choices: readonly RunChoice[];
  readonly locale: Locale;
};

/**
 * The frame of every view of a result: the run, its state, and links to the other views. `children` is called with the
 * run; for an unknown run the frame says so.
 */
export async function ResultFrame(props: {
  view: RankingView;
  asked: RankingAddress;
  actions?: (run: ResultRun, locale: Locale) => ReactNode;
  /** Further fields beside scheme and period. */
  fields?: (shown: Shown) => Promise<ReactNode>;
  children: (shown: Shown) => Promise<ReactNode>;
}) {
  const { view, asked, actions } = props;
  const [locale, principal] = await Promise.all([currentLocale(), currentPrincipal()]);
  const t = translator(locale, 'rankings');
  const title = view === 'table' ? t('title') : t(`${view}.title`);
  const choices = await publishedRuns(principal);
  const chosen = asked.run ?? chooseRun(choices, asked)?.id;
  if (chosen === undefined) {
    return (
      <>
        <PageHeader title={title} subtitle={t('lead')} />
        <EmptyState title={t('empty.title')} reason={t('empty.reason')} />
      </>
    );
  }
  const run = await resultRun(principal, chosen);
  if (!run) notFound();
  const current = choices.find(
    (choice) => choice.schemeCode === run.schemeCode && choice.periodCode === run.periodCode,
  );
  const isReplaced = run.state === 'superseded' && current !== undefined;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={
          <>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-ink">{t('caption', runWords(run, locale))}</span>
              <span>{t('units', { units: run.units, ranked: run.ranked })}</span>
              <RunMarks run={run} locale={locale} />
            </span>
            {view !== 'table' && <p className="text-table">{t(`${view}.lead`)}</p>}
          </>
        }
        actions={actions?.(run, locale)}
      />
      <RunNotice
        run={run}
        locale={locale}
        currentHref={isReplaced ? rankingPath(view, { run: current.id }) : undefined}
      />
      <PublicityNote principal={principal} run={run} locale={locale} />
      <RunChooser
        action={rankingPath(view, {})}
        choices={choices}
        run={run}
        hasPeriod={view !== 'course'}
        locale={locale}
      >
        {await props.fields?.({ principal, run, choices, locale })}
      </RunChooser>
      <ViewTabs view={view} asked={asked} locale={locale} />
      {await props.children({ principal, run, choices, locale })}
    </>
  );
}
