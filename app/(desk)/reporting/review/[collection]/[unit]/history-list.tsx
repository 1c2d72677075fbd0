import type { Measure } from '@/lib/catalogue/words';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FigureStep } from '@/lib/reporting/review/words';
import { endsVerified, stepWord } from '@/lib/reporting/step-word';
import { writtenPrinted, writtenReported } from './written-reported';

/** The history of a figure, newest first: actor, time, value at that time, and reason. */
export function HistoryList({
  steps,
  measure,
  locale,
}: {
  steps: readonly FigureStep[];
  measure: Measure;
  locale: Locale;
}) {
  const t = translator(locale, 'review');
  const r = translator(locale, 'reporting');
  return (
    <ol className="border-l border-rule">
      {steps.map((step, at) => (
        <li
          key={step.step}
          className="relative py-1 pl-4 before:absolute before:top-3 before:-left-[3px] before:size-[5px] before:rounded-full before:bg-ink-2"
        >
          <span className="font-medium">{r(`steps.${stepWord(step.kind, step.verified !== null)}`)}</span>{' '}
          {writtenReported({ ...step, measure }, locale)}
          {step.verified &&
            ` · ${t(endsVerified(step.kind, steps.slice(at + 1)) ? 'verifiedEnded' : 'verifiedShort', { figure: writtenPrinted(step.verified, measure, locale) })}`}
          <span className="block text-xs text-ink-2">
            {t('historyStep', { name: step.by || t('system'), at: writtenMoment(step.at) })}
          </span>
          {step.reason && <span className="block">{step.reason}</span>}
        </li>
      ))}
    </ol>
  );
}
