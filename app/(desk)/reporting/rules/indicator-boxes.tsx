import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import { namesOf } from './rule-names';

/** Checkboxes of indicators by name, under their topics. */
export function IndicatorBoxes(props: {
  name: 'indicatorCodes' | 'parts';
  hint: string;
  choices: readonly IndicatorChoice[];
  chosen: string;
  fault: string | null;
  locale: Locale;
}) {
  const { name, choices, fault, locale } = props;
  const t = translator(locale, 'rules');
  const naming = namesOf(choices, locale);
  const chosen = new Set(props.chosen.split(' '));
  const topics = [...new Set(choices.map((one) => (locale === 'en' ? one.topicEn : one.topicZh)))];
  const hints = [`hint-${name}`, ...(fault ? [`fault-${name}`] : [])].join(' ');
  return (
    <fieldset id={`field-${name}`} tabIndex={-1} aria-describedby={hints} className="mb-4 sm:col-span-2">
      <legend className="mb-1 text-sm font-medium">{t(`fields.${name}`)}</legend>
      <p id={`hint-${name}`} className="mb-1 text-xs leading-5 text-ink-2">
        {props.hint}
      </p>
      {fault && (
        <p id={`fault-${name}`} className="mb-1 text-xs leading-5 text-vermilion">
          {fault}
        </p>
      )}
      <div className="max-h-72 overflow-y-auto rounded-md border border-rule bg-card px-3 py-2">
        {topics.map((topic) => (
          <div key={topic} className="mb-2">
            <p className="py-1 text-xs font-semibold text-ink-2">{topic}</p>
            <div className="grid gap-x-4 sm:grid-cols-2">
              {choices
                .filter((one) => (locale === 'en' ? one.topicEn : one.topicZh) === topic)
                .map(({ code }) => (
                  <label key={code} className="flex min-h-8 items-center gap-2 text-table max-sm:min-h-11">
                    <input
                      type="checkbox"
                      name={name}
                      value={code}
                      defaultChecked={chosen.has(code)}
                      className="size-4 shrink-0 accent-sea"
                    />
                    <span className="min-w-0">{naming(code)}</span>
                  </label>
                ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
