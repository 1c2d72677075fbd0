import type { Metadata } from 'next';
import * as z from 'zod';
import { analyse } from '@/app/(desk)/assessment/sensitivity/actions';
import { AskedRun, askedRun } from '@/app/(desk)/assessment/sensitivity/asked-run';
import { Frame, NoRuns } from '@/app/(desk)/assessment/sensitivity/frame';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { CommandForm } from '@/app/ui/forms/command-form';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { may } from '@/lib/access/permissions';
import type { StoredRobustness } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { firmnessOf } from '@/lib/assessment/sensitivity/firmness';
import { type RunHead, runChoices } from '@/lib/assessment/sensitivity/queries';
import { isSwappable } from '@/lib/assessment/sensitivity/with-method';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf } from '@/lib/statistics/numbers';
import { plainNumber } from '@/lib/statistics/plain-number';
import { IntervalTable } from './interval-table';
import { LeftOutTable } from './left-out-table';
import { NearTies } from './near-ties';

const Asked = z.object({ run: AskedRun });
/** The number of units below which one rank is a whole grade. */
const tinyGroup = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'sensitivity')('robustnessTitle') };
}

export default async function RobustnessPage({ searchParams }: PageProps<'/assessment/sensitivity/robustness'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('whatIf')]);
  const [runs, address] = await Promise.all([runChoices(principal), searchParams]);
  const run = await askedRun(principal, Asked.parse(address).run, runs);
  const t = translator(locale, 'sensitivity');
  return (
    <Frame tab="robustness" runs={runs} run={run} locale={locale}>
      {run === null ? (
        <NoRuns locale={locale} />
      ) : run.robustness ? (
        <Analysis run={run} found={run.robustness} own={principal.unitCode} locale={locale} />
      ) : (
        <EmptyState
          title={t('notAnalysed')}
          reason={t('notAnalysedReason')}
          action={
            may(principal.role, 'run.analyse') && (
              <CommandForm
                action={analyse}
                submit={t('analyse')}
                refusedTitle={translator(locale, 'errors')('title')}
                hidden={{ id: run.id }}
                className="flex flex-col items-center"
              />
            )
          }
        />
      )}
    </Frame>
  );
}

function Analysis(props: { run: RunHead; found: StoredRobustness; own: string | null; locale: Locale }) {
  const { run, found, own, locale } = props;
  const t = translator(locale, 'sensitivity');
  const names = new Map(run.terms.units.map((unit) => [unit.code, nameOf(unit, locale)]));
  const stretched = itemsOf(run.scheme).filter((_, at) =>
    run.bases[at]?.notes.some(({ kind }) => kind === 'outlierStretch'),
  );
  const swaps = itemsOf(run.scheme).some(isSwappable);
  return (
    <>
      <p className="text-lg leading-7 font-semibold">{t(firmnessOf(found.flippedPairs))}</p>
      <p className="mt-1 max-w-3xl">
        {t(swaps ? 'sentence' : 'sentenceWeights', {
          spread: found.spread,
          draws: found.draws,
          flipped: decimalOf(found.flippedPairs * 100, 1),
        })}
      </p>
      <p className="mt-1 text-table text-ink-2">{t('terms', { seed: plainNumber(found.seed) })}</p>
      {run.ranked <= tinyGroup && <Notice tone="warn">{t('tinyGroup', { count: run.ranked })}</Notice>}
      {stretched.length > 0 && (
        <Notice tone="warn">
          {t('outlier', {
            items: listed(
              stretched.map((item) => nameOf(item, locale)),
              locale,
            ),
          })}
        </Notice>
      )}
      <IntervalTable intervals={found.intervals} names={names} own={own} locale={locale} />
      <LeftOutTable found={found} scheme={run.scheme} names={names} locale={locale} />
      <NearTies ties={found.nearTies} decimals={run.scheme.decimals} names={names} locale={locale} />
    </>
  );
}
