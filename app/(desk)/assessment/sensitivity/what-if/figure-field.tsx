import { useId } from 'react';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { Inputs } from '@/lib/assessment/scoring/inputs';
import { figureItems, isValue, type Scenario } from '@/lib/assessment/sensitivity/scenario';
import { valuesTaken } from '@/lib/assessment/sensitivity/what-if';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { groupedDecimal } from '@/lib/statistics/numbers';
import { plainNumber } from '@/lib/statistics/plain-number';
import type { T } from './words-of';

type Figure = Pick<Scenario, 'item' | 'unit' | 'value'>;
const box =
  'h-9 w-full min-w-0 rounded-md border bg-card px-2 text-sm text-ink hover:border-rule-strong max-sm:h-11 max-sm:text-base';

/** One value of one unit to change. The slider covers the range of the peers' values and half as much on both sides. */
export function FigureField(props: {
  scheme: Scheme;
  inputs: Inputs;
  measures: Readonly<Record<string, string>>;
  scenario: Figure;
  onChange: (figure: Figure) => void;
  t: T;
  locale: Locale;
}) {
  const { scheme, inputs, t, locale } = props;
  const { item, unit, value } = props.scenario;
  const fault = useId();
  const items = figureItems(scheme);
  const chosen = items.find(({ key }) => key === item);
  const values = chosen ? valuesTaken(inputs, chosen) : new Map<string, string>();
  const now = values.get(unit);
  const measure = props.measures[chosen?.indicator ?? ''];
  const name = chosen ? nameOf(chosen, locale) : '';
  const isBad = value !== '' && !isValue(value);
  const choose = (change: Partial<Figure>) => props.onChange({ item, unit, value: '', ...change });
  const range = rangeOf([...values.values()].map(Number));
  const isWhole = chosen && unit !== '';
  return (
    <section aria-labelledby="figure-heading" className="mt-6">
      <h2 id="figure-heading" className="border-t-2 border-ink pt-2 text-lg leading-7 font-semibold">
        {t('figure')}
      </h2>
      <p className="mb-3 text-table text-ink-2">{t('figureNote')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          label={t('figureUnit')}
          name="unit"
          value={unit}
          none={t('figureChoose')}
          options={inputs.units
            .toSorted((a, b) => a.order - b.order)
            .map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
          onChange={(code) => choose({ unit: code })}
        />
        <Choice
          label={t('figureItem')}
          name="item"
          value={item}
          none={t('figureChoose')}
          options={items.map((one) => ({ value: one.key, label: nameOf(one, locale) }))}
          onChange={(key) => choose({ item: key })}
        />
      </div>
      {isWhole && (
        <div className="mt-3">
          <label className="text-xs text-ink-2">
            {measure ? t('figureValue', { measure }) : t('figureValuePlain')}
            <input
              type="text"
              inputMode="decimal"
              name="value"
              autoComplete="off"
              maxLength={20}
              value={value}
              placeholder={now ?? ''}
              {...(isBad && { 'aria-invalid': true, 'aria-describedby': fault })}
              onChange={(event) => choose({ value: event.currentTarget.value })}
              className={`${box} ${isBad ? 'border-vermilion' : 'border-rule'}`}
            />
          </label>
          {isBad && (
            <p id={fault} className="mt-1 text-xs text-vermilion">
              {t('figureBad')}
            </p>
          )}
          {range && (
            <input
              type="range"
              aria-label={t('figureSlider', { name })}
              min={range.low}
              max={range.high}
              step={(range.high - range.low) / 200}
              value={Number(isValue(value) ? value : (now ?? range.low))}
              onChange={(event) => choose({ value: plainNumber(event.currentTarget.valueAsNumber) })}
              className="mt-1 h-9 w-full accent-sea max-sm:h-11"
            />
          )}
          <p className="text-table text-ink-2">
            {now === undefined ? t('figureNone') : t('figureNow', { value: groupedDecimal(now) })}
          </p>
        </div>
      )}
    </section>
  );
}

function Choice(props: {
  label: string;
  name: string;
  value: string;
  none: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <label className="text-xs text-ink-2">
      {props.label}
      <select
        name={props.name}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        className={`${box} border-rule pr-7`}
      >
        <option value="">{props.none}</option>
        {props.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The range of the peers' values with half of its width on both sides; null when the values do not give a range. */
function rangeOf(values: readonly number[]): { low: number; high: number } | null {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!(high > low)) return null;
  const around = (high - low) / 2;
  return { low: low >= 0 ? Math.max(0, low - around) : low - around, high: high + around };
}
