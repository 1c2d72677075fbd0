import { FindIn } from '@/app/ui/forms/find-in';
import { Tick } from '@/app/ui/forms/tick';
import { marked } from '@/app/ui/primitives/marked';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';

/** What the names of the ticks begin with. */
export const tickPrefix = 'indicator-';

/** Ticks of the indicators that a set names, under their topics. */
export function IndicatorTicks(props: {
  choices: readonly IndicatorChoice[];
  chosen: readonly string[];
  locale: Locale;
}) {
  const { choices, locale } = props;
  const t = translator(locale, 'lamps');
  const c = translator(locale, 'collections');
  const chosen = new Set(props.chosen);
  const isEnglish = locale === 'en';
  const topics = [...new Set(choices.map((one) => (isEnglish ? one.topicEn : one.topicZh)))];
  return (
    <fieldset id="field-indicators" tabIndex={-1} className="mb-4">
      <legend className="mb-1 text-sm font-medium">{t('rules.fields.indicators')}</legend>
      <p className="mb-1 text-xs leading-5 text-ink-2">{t('rules.fields.indicatorsHint')}</p>
      <FindIn label={c('form.findItems')} hint={t('rules.fields.findHint')} none={c('form.noneFound')}>
        {topics.map((topic) => {
          const own = choices.filter((one) => (isEnglish ? one.topicEn : one.topicZh) === topic);
          return (
            <details key={topic} open={own.some(({ code }) => chosen.has(code))} className="border-b border-rule">
              <summary className="min-h-10 cursor-pointer py-2 font-medium max-sm:min-h-11">
                {marked(topic, locale)}
              </summary>
              <div className="grid gap-x-4 pb-2 sm:grid-cols-2">
                {own.map((one) => (
                  <div key={one.code} data-find={`${one.nameZh} ${one.nameEn} ${one.code}`}>
                    <Tick name={`${tickPrefix}${one.code}`} isOn={chosen.has(one.code)} className="text-table">
                      <span className="min-w-0">{marked(isEnglish ? one.nameEn : one.nameZh, locale)}</span>
                    </Tick>
                  </div>
                ))}
              </div>
            </details>
          );
        })}
      </FindIn>
    </fieldset>
  );
}
