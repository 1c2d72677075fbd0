import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Asks } from './command-form';

type Step = 'publish' | 'approve' | 'discard' | 'reset' | 'disable' | 'resetFactor';

/** The question before a step that cannot be undone. */
export function asksBefore(step: Step, locale: Locale): Asks {
  const t = translator(locale, 'shell');
  return { question: t(`asks.${step}`), yes: t(`asks.${step}Yes`), no: t('asks.no') };
}
