import { useState } from 'react';
import { markedName } from '@/app/ui/primitives/marked';
import { blocksOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock } from '@/lib/assessment/schemes/document/scheme';
import { weightOf } from '@/lib/assessment/sensitivity/scenario';
import { type WeightChanges, weightTotalOf, withWeights } from '@/lib/assessment/sensitivity/with-weights';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import { plainNumber } from '@/lib/statistics/plain-number';
import type { T } from './words-of';

type Shared = {
  weights: WeightChanges;
  onChange: (weights: WeightChanges) => void;
  t: T;
  locale: Locale;
};

/** A slider and a number field for every weight, block by block, with its effective weight after scaling. */
export function WeightSliders({ scheme, ...shared }: Shared & { scheme: Scheme }) {
  const { t, weights } = shared;
  const scaled = new Map(
    blocksOf(withWeights(scheme, weights)).flatMap(({ parts }) => parts.map(({ key, weight }) => [key, weight])),
  );
  return (
    <section aria-labelledby="weights-heading">
      <h2 id="weights-heading" className="border-t-2 border-ink pt-2 text-lg leading-7 font-semibold">
        {t('weights')}
      </h2>
      <p className="mb-3 text-table text-ink-2">{t('weightsNote')}</p>
      {blocksOf(scheme)
        .filter(({ parts }) => parts.length > 1)
        .map((block) => (
          <BlockSliders key={block.key} block={block} scaled={scaled} {...shared} />
        ))}
    </section>
  );
}

function BlockSliders(props: Shared & { block: SchemeBlock; scaled: ReadonlyMap<string, number> }) {
  const { block, weights, t, locale } = props;
  const total = weightTotalOf(block);
  const sum = block.parts.reduce((all, { key, weight }) => all + (weights[key] ?? weight), 0);
  const isScaled = Math.abs(sum - total) > 1e-6;
  return (
    <fieldset className="mb-5 min-w-0">
      <legend className="mb-1 flex w-full flex-wrap justify-between gap-x-3 border-b border-rule pb-1 text-sm">
        <span className="font-semibold">{markedName(block, locale)}</span>
        <span className="text-table text-ink-2">
          {isScaled
            ? t('sumOf', { sum: plainNumber(sum), total: plainNumber(total) })
            : t('sumKept', { total: plainNumber(total) })}
        </span>
      </legend>
      {block.parts.map((part) => {
        const { [part.key]: _, ...others } = weights;
        return (
          <WeightField
            key={part.key}
            name={nameOf(part, locale)}
            field={`w.${part.key}`}
            own={part.weight}
            weight={weights[part.key] ?? part.weight}
            counted={props.scaled.get(part.key) ?? part.weight}
            most={total}
            onChange={(weight) => props.onChange(weight === part.weight ? others : { ...others, [part.key]: weight })}
            t={t}
          />
        );
      })}
    </fieldset>
  );
}

function WeightField(props: {
  name: string;
  field: string;
  own: number;
  weight: number;
  counted: number;
  most: number;
  onChange: (weight: number) => void;
  t: T;
}) {
  const { name, weight, most, t } = props;
  const step = most / 200;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="border-b border-rule py-1.5">
      <div className="flex flex-wrap justify-between gap-x-3 text-table">
        <span>{name}</span>
        <span className="text-ink-2">{saidOf(props)}</span>
      </div>
      <div className="flex items-center gap-3">
        <input
          type="range"
          aria-label={t('sliderOf', { name })}
          min={step}
          max={most}
          step={step}
          value={Math.min(weight, most)}
          onChange={(event) => {
            setTyped(null);
            props.onChange(Number(plainNumber(event.currentTarget.valueAsNumber)));
          }}
          className="h-9 min-w-0 flex-1 accent-sea max-sm:h-11"
        />
        <input
          type="text"
          inputMode="decimal"
          name={props.field}
          aria-label={t('weightOf', { name })}
          autoComplete="off"
          maxLength={12}
          value={typed ?? plainNumber(weight)}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const asked = weightOf(text);
            if (asked !== null) props.onChange(asked);
          }}
          onBlur={() => setTyped(null)}
          className="h-9 w-20 rounded-md border border-rule bg-card px-2 text-right text-sm hover:border-rule-strong max-sm:h-11 max-sm:text-base"
        />
      </div>
    </div>
  );
}

/** The original weight, and the effective one where it differs. */
function saidOf({ own, weight, counted, t }: { own: number; weight: number; counted: number; t: T }): string {
  const scaled = plainNumber(counted, 2);
  const isScaled = Math.abs(counted - weight) > 1e-6;
  if (weight === own) return isScaled ? t('effective', { weight: scaled }) : '';
  if (!isScaled) return t('was', { weight: plainNumber(own) });
  return t('wasEffective', { was: plainNumber(own), weight: scaled });
}
