'use client';

import { X } from 'lucide-react';
import { useId } from 'react';
import { SmallButton } from '@/app/ui/forms/small-button';
import { buttonLook } from '@/app/ui/primitives/button';
import { type BoardCard, limits } from '@/lib/dashboards/boards/words';
import type { Locale } from '@/lib/i18n/words';
import { type BoardChoices, indicatorOptions, namedOptions, type Option, type Words } from './catalogue';

const box =
  'h-9 w-full min-w-0 rounded-md border border-rule bg-card px-2 text-sm text-ink hover:border-rule-strong max-sm:h-11 max-sm:text-base';
const labelLook = 'mb-0.5 block text-xs leading-5 text-ink-2';

/** The fields of a card: what it shows and its title. */
export function CardSettings(props: {
  card: BoardCard;
  choices: BoardChoices;
  t: Words;
  locale: Locale;
  set: (card: BoardCard) => void;
}) {
  const { card, choices, t, locale, set } = props;
  const indicators = indicatorOptions(choices, locale);
  const units = namedOptions(choices.units, locale);
  return (
    <div className="grid gap-3">
      {'indicator' in card && (
        <Choice
          label={t('composer.indicator')}
          options={indicators}
          value={card.indicator}
          choose={(indicator) => set({ ...card, indicator })}
        />
      )}
      {'indicators' in card && (
        <Choices
          label={t('composer.indicators', { most: limits.indicators })}
          options={indicators}
          values={card.indicators}
          most={limits.indicators}
          t={t}
          choose={(chosen) => set({ ...card, indicators: chosen })}
        />
      )}
      {'unit' in card && (
        <Choice
          label={t('composer.unit')}
          options={units}
          value={card.unit}
          choose={(unit) => set({ ...card, unit })}
        />
      )}
      {'units' in card && (
        <Choices
          label={t('composer.units', { most: limits.units })}
          options={units}
          values={card.units}
          most={limits.units}
          t={t}
          choose={(chosen) => set({ ...card, units: chosen })}
        />
      )}
      {'group' in card && (
        <Choice
          label={t('composer.group')}
          options={namedOptions(choices.groups, locale)}
          value={card.group}
          choose={(group) => set({ ...card, group })}
        />
      )}
      {'scheme' in card && (
        <Choice
          label={t('composer.scheme')}
          options={namedOptions(choices.schemes, locale)}
          value={card.scheme}
          choose={(scheme) => set({ ...card, scheme })}
        />
      )}
      {'rows' in card && (
        <Choice
          label={t('composer.rows')}
          options={[3, 5, 10, 15, 20, limits.rows].map((rows) => ({ value: `${rows}`, label: `${rows}` }))}
          value={`${card.rows}`}
          choose={(rows) => set({ ...card, rows: Number(rows) })}
        />
      )}
      <TextLine
        label={t('composer.cardTitle')}
        hint={t('composer.cardTitleHint')}
        value={card.title}
        write={(title) => set({ ...card, title })}
      />
      {'text' in card && (
        <TextBlock label={t('composer.text')} value={card.text} write={(text) => set({ ...card, text })} />
      )}
    </div>
  );
}

function Options({ options, value }: { options: readonly Option[]; value: string }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <>
      {!options.some((option) => option.value === value) && <option value={value}>{value}</option>}
      {groups.map((group) => {
        const own = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ));
        return group === undefined ? (
          own
        ) : (
          <optgroup key={group} label={group}>
            {own}
          </optgroup>
        );
      })}
    </>
  );
}

type Pick = { label: string; options: readonly Option[]; value: string; choose: (value: string) => void };

function Choice({ label, options, value, choose }: Pick) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={labelLook}>
        {label}
      </label>
      <select id={id} value={value} className={box} onChange={(event) => choose(event.target.value)}>
        <Options options={options} value={value} />
      </select>
    </div>
  );
}

function Choices(props: {
  label: string;
  options: readonly Option[];
  values: readonly string[];
  most: number;
  t: Words;
  choose: (values: readonly string[]) => void;
}) {
  const { label, options, values, most, t, choose } = props;
  const next = options.find(({ value }) => !values.includes(value));
  return (
    <fieldset>
      <legend className={labelLook}>{label}</legend>
      <ul className="grid gap-1">
        {values.map((value, at) => (
          <li key={value} className="flex items-center gap-1">
            <select
              aria-label={`${label} ${at + 1}`}
              value={value}
              className={box}
              onChange={(event) => choose(values.map((one, other) => (other === at ? event.target.value : one)))}
            >
              <Options
                options={options.filter((one) => one.value === value || !values.includes(one.value))}
                value={value}
              />
            </select>
            {values.length > 1 && (
              <SmallButton
                label={t('composer.takeOne', { name: options.find((one) => one.value === value)?.label ?? value })}
                onClick={() => choose(values.filter((one) => one !== value))}
              >
                <X aria-hidden size={16} />
              </SmallButton>
            )}
          </li>
        ))}
      </ul>
      {values.length < most && next && (
        <button
          type="button"
          className={buttonLook('quiet', 'mt-1 px-2')}
          onClick={() => choose([...values, next.value])}
        >
          {t('composer.addOne')}
        </button>
      )}
    </fieldset>
  );
}

function TextLine(props: { label: string; hint: string; value: string; write: (text: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={labelLook}>
        {props.label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={60}
        placeholder={props.hint}
        value={props.value}
        className={`${box} placeholder:text-ink-2`}
        onChange={(event) => props.write(event.target.value)}
      />
    </div>
  );
}

function TextBlock(props: { label: string; value: string; write: (text: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={labelLook}>
        {props.label}
      </label>
      <textarea
        id={id}
        rows={4}
        maxLength={limits.text}
        value={props.value}
        className={`${box} h-auto py-1.5 max-sm:h-auto`}
        onChange={(event) => props.write(event.target.value)}
      />
    </div>
  );
}
