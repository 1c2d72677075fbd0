'use client';

import { useState } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { TargetCells } from './cells';
import { type Filling, fillGrown, fillReaching, fillText, type GridCodes } from './filling';
import type { Selection } from './selection';

const box =
  'h-9 w-16 rounded-md border border-rule-strong bg-card px-2 text-right text-sm tabular-nums max-sm:h-11 max-sm:text-base';
const growthShape = /^-?\d{1,3}(\.\d{1,2})?$/;
const placeShape = /^[1-9]\d{0,2}$/;

/** Fills the chosen cells: last year's figure with a growth, what would reach a place, or nothing. */
export function FillBar(props: {
  selection: Selection;
  count: number;
  codes: GridCodes;
  cells: TargetCells;
  t: ReturnType<typeof partTranslator<'targets'>>;
  onFill: (filling: Filling) => void;
}) {
  const { selection, count, codes, cells, t, onFill } = props;
  const [growth, setGrowth] = useState('6');
  const [place, setPlace] = useState('3');
  const grown = growth.trim().replace('−', '-');
  return (
    <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2 text-table">
      <legend className="sr-only">{t('fill.title')}</legend>
      <span className="text-ink-2" key={count}>
        {t('fill.chosen', { count })}
      </span>
      <label className="flex items-center gap-1.5">
        {t('fill.grown')}
        <input
          value={growth}
          inputMode="decimal"
          onChange={(event) => setGrowth(event.target.value)}
          aria-label={t('fill.growth')}
          className={box}
        />
        %
      </label>
      <button
        type="button"
        disabled={!growthShape.test(grown)}
        onClick={() => onFill(fillGrown(selection, Number(grown), codes, cells))}
        className={buttonLook('outline', 'disabled:opacity-50')}
      >
        {t('fill.doGrown')}
      </button>
      <label className="flex items-center gap-1.5">
        {t('fill.place')}
        <input
          value={place}
          inputMode="numeric"
          onChange={(event) => setPlace(event.target.value)}
          aria-label={t('fill.placeField')}
          className={box}
        />
        {t('fill.placeEnd')}
      </label>
      <button
        type="button"
        disabled={!placeShape.test(place.trim())}
        onClick={() => onFill(fillReaching(selection, Number(place), codes, cells))}
        className={buttonLook('outline', 'disabled:opacity-50')}
      >
        {t('fill.doPlace')}
      </button>
      <button
        type="button"
        onClick={() => onFill(fillText(selection, '', codes, cells))}
        className={buttonLook('quiet')}
      >
        {t('fill.clear')}
      </button>
    </fieldset>
  );
}
