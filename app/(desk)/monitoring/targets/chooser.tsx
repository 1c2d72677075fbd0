import { FindIn } from '@/app/ui/forms/find-in';
import { buttonLook } from '@/app/ui/primitives/button';
import { FilterBar, FilterSelect } from '@/app/ui/tables/filter-bar';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { GridChoice, GridChoices } from '@/lib/monitoring/targets/grid/words';
import { paths } from '@/lib/paths';

const around = 3;

/** The years that may be chosen: some before and after the one that is. */
const yearsAround = (year: number) => Array.from({ length: 2 * around + 1 }, (_, at) => year + around - at);

/** The choice of the grid: year and sequence at once, indicators and single units by ticks. */
export function Chooser(props: { choice: GridChoice; choices: GridChoices; isOpen: boolean; locale: Locale }) {
  const { choice, choices, isOpen, locale } = props;
  const t = translator(locale, 'targets');
  return (
    <>
      <FilterBar
        action={paths.targets}
        keep={{ indicator: choice.indicators.join(','), ...(choice.group === '' && { unit: choice.units.join(',') }) }}
      >
        <FilterSelect
          label={t('year')}
          name="year"
          value={`${choice.year}`}
          options={yearsAround(choice.year).map((year) => ({
            value: `${year}`,
            label: t('yearName', { year: `${year}` }),
          }))}
        />
        <FilterSelect
          label={t('group')}
          name="group"
          value={choice.group}
          options={[
            ...(choice.group === '' ? [{ value: '', label: t('single') }] : []),
            ...choices.groups.map((group) => ({
              value: group.code,
              label: t('groupName', { name: nameOf(group, locale), count: group.members }),
            })),
          ]}
        />
      </FilterBar>
      <details open={isOpen} className="mb-4">
        <summary className="w-fit min-h-6 cursor-pointer font-medium text-sea max-sm:min-h-11">
          {t('choose.title', { indicators: choice.indicators.length })}
        </summary>
        <form action={paths.targets} className="mt-3 border-b border-rule pb-4">
          <input type="hidden" name="year" value={choice.year} />
          <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
            <fieldset className="min-w-0">
              <legend className="mb-2 font-semibold">{t('choose.indicators')}</legend>
              <FindIn label={t('choose.find')} hint={t('choose.findHint')} none={t('choose.noneFound')}>
                <div className="max-h-80 overflow-y-auto border-y border-rule">
                  {choices.topics.map((topic) => (
                    <details
                      key={topic.code}
                      open={topic.indicators.some(({ code }) => choice.indicators.includes(code))}
                      className="border-b border-rule"
                    >
                      <summary className="min-h-9 cursor-pointer py-1.5 max-sm:min-h-11">
                        {nameOf(topic, locale)}
                      </summary>
                      <ul className="pb-2 pl-4">
                        {topic.indicators.map((one) => (
                          <Line
                            key={one.code}
                            name="indicator"
                            one={one}
                            isOn={choice.indicators.includes(one.code)}
                            locale={locale}
                          />
                        ))}
                      </ul>
                    </details>
                  ))}
                </div>
              </FindIn>
            </fieldset>
            <fieldset className="min-w-0">
              <legend className="mb-2 font-semibold">{t('choose.units')}</legend>
              <ul className="mb-3 grid gap-x-6 sm:grid-cols-2">
                {[
                  ...choices.groups.map((one) => ({ code: one.code, label: nameOf(one, locale) })),
                  { code: '', label: t('single') },
                ].map(({ code, label }) => (
                  <li key={code}>
                    <label className="inline-flex min-h-8 items-center gap-2 max-sm:min-h-11">
                      <input
                        type="radio"
                        name="group"
                        value={code}
                        defaultChecked={code === choice.group}
                        className="size-4 accent-sea"
                      />
                      {label}
                    </label>
                  </li>
                ))}
              </ul>
              <p className="mb-2 text-table text-ink-2">{t('choose.more')}</p>
              <FindIn label={t('choose.findUnit')} hint={t('choose.findHint')} none={t('choose.noneFound')}>
                <ul className="max-h-56 overflow-y-auto border-y border-rule">
                  {choices.units.map((one) => (
                    <Line key={one.code} name="unit" one={one} isOn={choice.units.includes(one.code)} locale={locale} />
                  ))}
                </ul>
              </FindIn>
            </fieldset>
          </div>
          <button type="submit" className={buttonLook('primary', 'mt-4')}>
            {t('choose.submit')}
          </button>
        </form>
      </details>
    </>
  );
}

function Line(props: {
  name: string;
  one: { code: string; nameZh: string; nameEn: string; initials: string };
  isOn: boolean;
  locale: Locale;
}) {
  const { name, one, isOn, locale } = props;
  return (
    <li data-find={`${one.nameZh} ${one.nameEn} ${one.initials} ${one.code}`}>
      <label className="inline-flex min-h-8 cursor-pointer items-center gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          name={name}
          value={one.code}
          defaultChecked={isOn}
          className="size-4 accent-sea max-sm:size-5"
        />
        {nameOf(one, locale)}
      </label>
    </li>
  );
}
