import { clsx } from 'clsx';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const steps = ['template', 'upload', 'preview', 'commit', 'result'] as const;
export type Step = (typeof steps)[number];

/** The progress of an import: finished steps are ticked, the present one is marked in words and by a bar. */
export function ImportSteps({ now, locale }: { now: Step; locale: Locale }) {
  const t = translator(locale, 'imports');
  const at = steps.indexOf(now);
  return (
    <ol aria-label={t('steps.label')} className="mb-6 grid grid-cols-5 gap-1 sm:gap-3">
      {steps.map((step, place) => (
        <li
          key={step}
          {...(place === at && { 'aria-current': 'step' as const })}
          className={clsx(
            'border-t-2 pt-2 text-table leading-5 max-sm:text-xs',
            place <= at ? 'border-sea' : 'border-rule',
            place === at ? 'font-semibold text-ink' : 'text-ink-2',
          )}
        >
          <span className="mr-1 tabular-nums max-sm:block" aria-hidden="true">
            {place < at ? '✓' : place + 1}
          </span>
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
