'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { DraftNotice } from '@/app/ui/forms/draft-notice';
import { useKeptValue } from '@/app/ui/forms/use-kept-value';
import { buttonLook } from '@/app/ui/primitives/button';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { extentOf, movesOf, type PublishedRow } from '@/lib/assessment/sensitivity/moves';
import { addressedScenario, changesOf, nothingTried, type Scenario } from '@/lib/assessment/sensitivity/scenario';
import { whatIf } from '@/lib/assessment/sensitivity/what-if';
import { nameOf } from '@/lib/i18n/names';
import { partTranslator, type Rooms } from '@/lib/i18n/part-translator';
import { sentences } from '@/lib/i18n/sentences';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { FigureField } from './figure-field';
import { MovedTable } from './moved-table';
import { SaveDraft } from './save-draft';
import { WeightSliders } from './weight-sliders';

const path = paths.whatIf;

/** The scenario with its weights in an order that does not depend on that of their changes. */
const inOrder = (one: Scenario): Scenario => ({
  ...one,
  weights: Object.fromEntries(Object.entries(one.weights).sort(([a], [b]) => (a < b ? -1 : 1))),
});

/**
 * The scenario form and its result, computed by the engine in the browser while a slider moves. The scenario is in the
 * address, and kept in the browser for who comes back by another way; without scripts the form sends it to the address.
 */
export function WhatIfBoard(props: {
  run: string;
  scheme: Scheme;
  inputs: Inputs;
  published: readonly PublishedRow[];
  /** The units of measure by indicator. */
  measures: Readonly<Record<string, string>>;
  initial: Scenario;
  /** The reader's own unit. */
  own: string | null;
  maySave: boolean;
  /** The heading of a refused save. */
  refusedTitle: string;
  rooms: Rooms<'sensitivity'>;
  locale: Locale;
}) {
  const { run, scheme, inputs, published, rooms, locale } = props;
  const t = useMemo(() => partTranslator(locale, rooms, 'sensitivity'), [locale, rooms]);
  const [scenario, setScenario] = useState(props.initial);
  const tried = useDeferredValue(scenario);
  const moves = useMemo(
    () => movesOf(published, whatIf(scheme, inputs, changesOf(tried, scheme))),
    [published, scheme, inputs, tried],
  );
  useEffect(() => {
    const address = withQuery(path, [['run', run], ...addressedScenario(tried)]);
    // Browsers limit how often the address may be replaced, so it is not done at every move of a slider.
    const later = setTimeout(() => window.history.replaceState(null, '', address), 300);
    return () => clearTimeout(later);
  }, [run, tried]);
  const { weights, figures } = changesOf(tried, scheme);
  const isChanged = Object.keys(weights).length > 0 || figures.length > 0;
  const offer = useKeptValue(`what-if ${run}`, isChanged || tried.value !== '' ? inOrder(tried) : null, setScenario);
  const { moved, farthest, turned } = extentOf(moves);
  const ofRanks = moved === 0 ? t('summaryNone') : t('summary', { count: moves.length, moved, farthest });
  const ofTurns = turned === 0 ? '' : t('summaryTurned', { turned });
  const summary = isChanged ? sentences([ofRanks, ofTurns], locale) : t('unchanged');
  const names = useMemo(
    () => new Map(inputs.units.map((unit) => [unit.code, nameOf(unit, locale)])),
    [inputs.units, locale],
  );
  return (
    <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <form action={path} className="min-w-0" data-chrome onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="run" value={run} />
        <DraftNotice offer={offer} />
        <WeightSliders
          scheme={scheme}
          weights={scenario.weights}
          onChange={(weights) => setScenario((now) => ({ ...now, weights }))}
          t={t}
          locale={locale}
        />
        <FigureField
          scheme={scheme}
          inputs={inputs}
          measures={props.measures}
          scenario={scenario}
          onChange={(figure) => setScenario((now) => ({ ...now, ...figure }))}
          t={t}
          locale={locale}
        />
        <div className="mt-6 flex gap-3">
          <button type="button" className={buttonLook('outline')} onClick={() => setScenario(nothingTried)}>
            {t('reset')}
          </button>
          <noscript>
            <button type="submit" className={buttonLook('primary')}>
              {t('apply')}
            </button>
          </noscript>
        </div>
        {/* On a telephone the results are far below the sliders. */}
        <a
          href="#results"
          className="sticky bottom-14 mt-4 flex min-h-11 items-center border-t border-rule bg-paper text-table text-sea lg:hidden"
        >
          {summary}
        </a>
      </form>
      <div className="min-w-0 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto">
        <h2 id="results" className="border-t-2 border-ink pt-2 text-lg leading-7 font-semibold">
          {t('results')}
        </h2>
        <p role="status" className="mt-1 mb-3 text-ink-2">
          {summary}
        </p>
        <MovedTable moves={moves} names={names} decimals={scheme.decimals} own={props.own} t={t} />
        {props.maySave && (
          <SaveDraft
            run={run}
            schemeName={nameOf(scheme, locale)}
            weights={scenario.weights}
            refusedTitle={props.refusedTitle}
            rooms={rooms}
            locale={locale}
          />
        )}
      </div>
    </div>
  );
}
