import type { Metadata } from 'next';
import * as z from 'zod';
import { AskedRun, askedRun } from '@/app/(desk)/assessment/sensitivity/asked-run';
import { Frame, NoRuns } from '@/app/(desk)/assessment/sensitivity/frame';
import { currentLocale } from '@/app/server/locale';
import { principalFor } from '@/app/server/principal';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { inputsOf } from '@/lib/assessment/runs/stored-rows';
import { assess } from '@/lib/assessment/scoring/assess';
import { extentOf, movesOf } from '@/lib/assessment/sensitivity/moves';
import { measuresOf, type RunHead, runChoices, runRows } from '@/lib/assessment/sensitivity/queries';
import { scenarioIn } from '@/lib/assessment/sensitivity/scenario';
import { mostWhatIfUnits } from '@/lib/assessment/sensitivity/words';
import { unitOf } from '@/lib/i18n/names';
import { roomsFor, translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { WhatIfBoard } from './what-if-board';

type Address = Readonly<Record<string, string | string[] | undefined>>;
const Asked = z.object({ run: AskedRun });

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'sensitivity')('whatIfTitle') };
}

export default async function WhatIfPage({ searchParams }: PageProps<'/assessment/sensitivity/what-if'>) {
  const [locale, principal] = await Promise.all([currentLocale(), principalFor('whatIf')]);
  const [runs, address] = await Promise.all([runChoices(principal), searchParams]);
  const run = await askedRun(principal, Asked.parse(address).run, runs);
  const t = translator(locale, 'sensitivity');
  return (
    <Frame tab="what-if" runs={runs} run={run} locale={locale}>
      {run === null ? (
        <NoRuns locale={locale} />
      ) : run.units > mostWhatIfUnits ? (
        <EmptyState
          title={t('tooManyTitle')}
          reason={t('tooManyReason', { count: run.units, most: mostWhatIfUnits })}
        />
      ) : (
        <Board run={run} principal={principal} address={address} locale={locale} />
      )}
    </Frame>
  );
}

async function Board(props: { run: RunHead; principal: Principal; address: Address; locale: Locale }) {
  const { run, principal, locale } = props;
  const [rows, measures] = await Promise.all([runRows(principal, run.id), measuresOf(run.scheme)]);
  const inputs = inputsOf(run.period, run.terms, rows);
  const published = rows.map(({ unit, rank, total, shown, isTied, isApart }) => ({
    unit,
    rank,
    total,
    shown,
    isTied,
    isApart,
  }));
  const { moved, turned } = extentOf(movesOf(published, assess(run.scheme, inputs)));
  const isOtherEngine = moved + turned > 0;
  const t = translator(locale, 'sensitivity');
  return (
    <>
      {isOtherEngine && <Notice tone="warn">{t('otherEngine')}</Notice>}
      <WhatIfBoard
        key={run.id}
        run={run.id}
        scheme={run.scheme}
        inputs={inputs}
        published={published}
        measures={Object.fromEntries([...measures].map(([code, one]) => [code, unitOf(one, locale)]))}
        initial={scenarioIn(props.address, run.scheme, inputs)}
        own={principal.unitCode}
        maySave={may(principal.role, 'scheme.import')}
        refusedTitle={translator(locale, 'errors')('title')}
        rooms={roomsFor(locale, 'sensitivity')}
        locale={locale}
      />
    </>
  );
}
