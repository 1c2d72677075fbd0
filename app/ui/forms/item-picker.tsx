import { clsx } from 'clsx';
import { markedName } from '@/app/ui/primitives/marked';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { IndicatorToAsk, TopicToAsk } from '@/lib/reporting/collections/choices/queries';
import { FindIn } from './find-in';
import { Tick } from './tick';
import { TickAll } from './tick-all';

/** The initial choice for an indicator: the period itself, the year to date, and whether it is required. */
export type PickedItem = {
  readonly indicatorCode: string;
  readonly basis: 'current' | 'yearToDate';
  readonly isRequired: boolean;
};

/**
 * The indicators to ask for, by topic. The checkboxes of one are named `current-…`, `soFar-…` and `required-…` with its
 * code. `hasSoFar` is false where the period is its own year to date.
 */
export function ItemPicker(props: {
  topics: readonly TopicToAsk[];
  picked: readonly PickedItem[];
  hasSoFar: boolean;
  locale: Locale;
}) {
  const { topics, picked, locale } = props;
  const t = translator(locale, 'collections');
  const of = new Map<string, PickedItem[]>();
  for (const item of picked) of.set(item.indicatorCode, [...(of.get(item.indicatorCode) ?? []), item]);
  const ticking = {
    all: props.hasSoFar
      ? ([
          ['current', t('form.allCurrent')],
          ['soFar', t('form.allSoFar')],
        ] as const)
      : ([['current', t('form.allAsked')]] as const),
    none: t('form.noneOfThem'),
    picked: t('form.picked', { count: '{count}' }),
  };
  return (
    <div id="field-items" tabIndex={-1} data-ticks="" className="max-w-4xl">
      <TickAll words={ticking} />
      <FindIn label={t('form.findItems')} hint={t('form.findItemsHint')} none={t('form.noneFound')}>
        {topics.map((topic) => {
          const count = topic.indicators.filter(({ code }) => of.has(code)).length;
          return (
            <details
              key={topic.code}
              data-ticks=""
              open={count > 0 || topics.length === 1}
              className="border-b border-rule"
            >
              <summary className="min-h-10 cursor-pointer py-2 font-medium max-sm:min-h-11">
                {markedName(topic, locale)}{' '}
                <span className="ml-2 text-xs font-normal text-ink-2">
                  {t('form.topicCount', { count: topic.indicators.length })}
                </span>
              </summary>
              <TickAll words={ticking} />
              <ul className="pb-2">
                {topic.indicators.map((indicator) => (
                  <ItemRow
                    key={indicator.code}
                    indicator={indicator}
                    items={of.get(indicator.code) ?? []}
                    hasSoFar={props.hasSoFar}
                    locale={locale}
                  />
                ))}
              </ul>
            </details>
          );
        })}
      </FindIn>
    </div>
  );
}

function ItemRow(props: {
  indicator: IndicatorToAsk;
  items: readonly PickedItem[];
  hasSoFar: boolean;
  locale: Locale;
}) {
  const { indicator, items, hasSoFar, locale } = props;
  const t = translator(locale, 'collections');
  const isPicked = (basis: PickedItem['basis']) => items.some((item) => item.basis === basis);
  const name = nameOf(indicator, locale);
  const find = `${indicator.nameZh} ${indicator.nameEn} ${indicator.initials} ${indicator.code}`;
  const box = 'text-table whitespace-nowrap';
  return (
    <li
      data-find={find}
      className={clsx(
        'group/item grid gap-x-4 border-t border-rule py-1 max-sm:gap-y-0 sm:items-center',
        'sm:grid-cols-[minmax(0,1fr)_auto]',
      )}
    >
      <span className="min-w-0">
        {name} <span className="text-xs text-ink-2">{unitOf(indicator, locale)}</span>
        {!indicator.hasReviewer && <span className="ml-2 text-xs text-gold">{t('form.noDepartmentReviewer')}</span>}
      </span>
      <span className="flex gap-4">
        <Tick
          name={`current-${indicator.code}`}
          isOn={hasSoFar ? isPicked('current') : items.length > 0}
          label={`${name} ${t(hasSoFar ? 'form.current' : 'form.ask')}`}
          className={box}
        >
          {t(hasSoFar ? 'form.current' : 'form.ask')}
        </Tick>
        {hasSoFar && (
          <Tick
            name={`soFar-${indicator.code}`}
            isOn={isPicked('yearToDate')}
            label={`${name} ${t('form.soFar')}`}
            className={box}
          >
            {t('form.soFar')}
          </Tick>
        )}
        <Tick
          name={`required-${indicator.code}`}
          isOn={items.length === 0 || items.some(({ isRequired }) => isRequired)}
          label={`${name} ${t('form.required')}`}
          // Beside an indicator that is not asked for a tick would say the contrary.
          className={clsx(
            box,
            'invisible group-has-[[name^=current-]:checked]/item:visible group-has-[[name^=soFar-]:checked]/item:visible',
          )}
        >
          {t('form.required')}
        </Tick>
      </span>
    </li>
  );
}
