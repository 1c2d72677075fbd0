'use client';

import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import type { partTranslator } from '@/lib/i18n/part-translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { askedGrowth, growthsOf } from '@/lib/monitoring/targets/propose';
import { isStretchWorse, readTarget } from '@/lib/monitoring/targets/read-target';
import { targetFields } from '@/lib/monitoring/targets/words';
import { paths } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';
import type { TargetCell, TargetCells } from './cells';
import { type GridCodes, leads, reaching } from './filling';
import type { Place } from './selection';
import { lastText, shortGrowth } from './short-growth';

type T = ReturnType<typeof partTranslator<'targets'>>;

/** What the target with the cursor asks for, beside what its unit did in the years before. */
export function CellLine(props: {
  cell: TargetCell;
  unit: Named | undefined;
  year: number;
  place: Place;
  codes: GridCodes;
  cells: TargetCells;
  t: T;
  f: ReturnType<typeof partTranslator<'figures'>>;
  locale: Locale;
}) {
  const { cell, unit, year, t, f, locale } = props;
  const { indicator, course, entry, state } = cell;
  const growths = growthsOf(indicator.measure, course);
  const measure = unitOf(indicator, locale);
  const read = targetFields.map((field) => ({ field, reading: readTarget(entry[field], indicator) }));
  const [base, stretch] = read.map(({ reading }) => ('fault' in reading ? null : reading.value));
  const isWorse = isStretchWorse(indicator.direction, base ?? null, stretch ?? null);
  const unread = read.filter(({ reading }) => 'fault' in reading);
  const first = reaching(props.place, 1, props.codes, props.cells, cell);
  const isAhead = leads(props.place, props.codes, props.cells, cell);
  if (!unit) return null;
  return (
    <div className="text-table">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <b className="font-semibold">
          {nameOf(unit, locale)} · {nameOf(indicator, locale)} <span className="font-normal text-ink-2">{measure}</span>
        </b>
        <span>
          {t('cell.last', { year: `${year - 1}` })} <b className="font-medium">{lastText(course, t, f)}</b>
        </span>
        {read.map(({ field, reading }) => {
          const value = 'fault' in reading ? null : reading.value;
          return (
            value !== null && (
              <span key={field}>
                {t(`cell.asks.${field}`)}{' '}
                <b className="font-medium">{shortGrowth(askedGrowth(indicator.measure, value, course), t, f)}</b>
              </span>
            )
          );
        })}
        <span className="text-ink-2">
          {growths.length > 0
            ? t('cell.growths', {
                count: growths.length,
                list: listed(
                  growths.map((growth) => shortGrowth(growth, t, f)),
                  locale,
                ),
              })
            : t('cell.noGrowths')}
        </span>
        {first !== null && (
          <span className="text-ink-2">
            {isAhead ? t('cell.leads') : t('cell.first', { value: groupedDecimal(first) })}
          </span>
        )}
        {state !== 'empty' && state !== 'draft' && <span className="text-sea">{t(`states.${state}`)}</span>}
        <a href={paths.target(indicator.code, unit.code, year)} className="text-sea hover:underline">
          {t(state === 'empty' || state === 'draft' ? 'cell.plan' : 'cell.open')}
        </a>
      </p>
      {unread.map(({ field, reading }) => (
        <p key={field} role="alert" className="text-vermilion">
          {'fault' in reading && t(`faults.${reading.fault}`, { field: t(`fields.${field}`) })}
        </p>
      ))}
      {isWorse && (
        <p role="alert" className="text-vermilion">
          {t(indicator.direction === 'lower' ? 'faults.stretchAbove' : 'faults.stretchBelow')}
        </p>
      )}
    </div>
  );
}
