import type { Acknowledged } from '@/lib/assessment/runs/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The gaps that a published run took note of, in a sentence each. */
export function acknowledgedWords(acknowledged: readonly Acknowledged[], locale: Locale): string[] {
  const t = translator(locale, 'runs');
  return acknowledged.map(({ step, kind, count, reason }) =>
    t(`gaps.acknowledged.${step}`, { what: t(`gaps.title.${kind}`, { count }), reason }),
  );
}
