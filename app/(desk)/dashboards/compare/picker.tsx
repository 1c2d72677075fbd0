import type { ReactNode } from 'react';
import { buttonLook } from '@/app/ui/primitives/button';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { matchesWords } from '@/lib/catalogue/search/match-words';
import { unitKinds } from '@/lib/catalogue/words';
import { type Choice, type Choices, limits, mostFound, mostOffered } from '@/lib/dashboards/compare/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

type Option = { value: string; label: string };
type Group = { name: string; options: readonly Option[] };

/**
 * The choice as a form: three lists of checkboxes that work without scripts, collapsed after the choice. Of very many
 * units the chosen ones are listed, and those whose name or code contains `q`.
 */
export function Picker(props: { choices: Choices; choice: Choice; q: string; locale: Locale }) {
  const { choices, choice, q, locale } = props;
  const t = translator(locale, 'compare');
  const u = translator(locale, 'units');
  const option = (row: Named) => ({
    value: row.code,
    label: nameOf(row, locale),
  });
  const isMany = choices.units.length > mostOffered;
  const found =
    q === '' ? [] : choices.units.filter(({ nameZh, nameEn, code }) => matchesWords([nameZh, nameEn, code], q));
  const offered = new Set([...choice.units, ...found.slice(0, mostFound).map(({ code }) => code)]);
  const listed = isMany ? choices.units.filter(({ code }) => offered.has(code)) : choices.units;
  const units = unitKinds.map((kind) => ({
    name: u(`kinds.${kind}`),
    options: listed.filter((unit) => unit.kind === kind).map(option),
  }));
  const indicators = choices.topics.map((topic) => ({
    name: nameOf(topic, locale),
    options: choices.indicators.filter((one) => one.topicCode === topic.code).map(option),
  }));
  const periods = [
    { name: '', options: choices.periods.map((code) => ({ value: code, label: writtenPeriod(code, locale) })) },
  ];
  return (
    <details className="mb-4 border-y border-rule" open={isMany && q !== ''} data-chrome>
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 hover:text-sea">
        <span className="font-semibold">{t('choose')}</span>
        <span className="text-table text-ink-2">
          {t('chosen', {
            units: choice.units.length,
            indicators: choice.indicators.length,
            periods: choice.periods.length,
          })}
        </span>
      </summary>
      <form action={paths.comparison} className="pb-4">
        {choice.transposed && <input type="hidden" name="transpose" value="1" />}
        <input type="hidden" name="view" value={choice.view} />
        <div className="grid gap-6 md:grid-cols-3">
          <Boxes name="units" legend={t('units')} groups={units} chosen={choice.units}>
            {isMany && (
              <label className="mb-2 block text-table text-ink-2">
                {q === ''
                  ? t('many', { count: choices.units.length })
                  : t('found', { q, count: found.length, shown: Math.min(found.length, mostFound) })}
                <input
                  type="search"
                  name="q"
                  defaultValue={q}
                  autoComplete="off"
                  className="mt-1 block h-9 w-full rounded-md border border-rule bg-card px-3 text-sm text-ink max-sm:h-11"
                />
              </label>
            )}
          </Boxes>
          <Boxes name="indicators" legend={t('indicators')} groups={indicators} chosen={choice.indicators} />
          <Boxes name="periods" legend={t('periods')} groups={periods} chosen={choice.periods} />
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <button type="submit" className={buttonLook('primary')}>
            {t('show')}
          </button>
          <a href={paths.comparison} className={buttonLook('quiet')}>
            {t('reset')}
          </a>
          <span className="text-table text-ink-2">{t('limits', limits)}</span>
        </div>
      </form>
    </details>
  );
}

function Boxes(props: {
  name: string;
  legend: string;
  groups: readonly Group[];
  chosen: readonly string[];
  children?: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold">{props.legend}</legend>
      {props.children}
      {/* A scrolling region must be reachable by keyboard; its checkboxes are. */}
      <div className="h-64 overflow-y-auto rounded-md border border-rule bg-card px-3 py-1">
        {props.groups
          .filter(({ options }) => options.length > 0)
          .map(({ name, options }) => (
            <div key={name} role="group" aria-label={name || props.legend}>
              {name && <p className="sticky -top-1 bg-card pt-2 pb-1 text-xs text-ink-2">{name}</p>}
              {options.map(({ value, label }) => (
                <label
                  key={value}
                  className="flex min-h-7 items-center gap-2 text-table hover:text-sea max-sm:min-h-11"
                >
                  <input
                    type="checkbox"
                    name={props.name}
                    value={value}
                    defaultChecked={props.chosen.includes(value)}
                    className="size-4 accent-[var(--sea)]"
                  />
                  {label}
                </label>
              ))}
            </div>
          ))}
      </div>
    </fieldset>
  );
}
