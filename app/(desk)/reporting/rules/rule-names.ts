import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { namedIndicators } from '@/lib/reporting/rules/named-indicators';
import type { IndicatorChoice } from '@/lib/reporting/rules/queries';
import type { CheckRule } from '@/lib/reporting/rules/rule';

/** Returns a function for the name of an indicator by its code; an unknown code is its own name. */
export function namesOf(choices: readonly IndicatorChoice[], locale: Locale): (code: string) => string {
  const names = new Map(choices.map((one) => [one.code, nameOf(one, locale)]));
  return (code) => names.get(code) ?? code;
}

/** The indicators of a rule in a few words: all, one, or the first and their number. */
export function shortNames(rule: CheckRule, naming: (code: string) => string, locale: Locale): string {
  const t = translator(locale, 'rules');
  const [first, ...more] = namedIndicators(rule);
  if (first === undefined) return t('allIndicators');
  return more.length === 0 ? naming(first) : t('indicatorCount', { first: naming(first), count: more.length + 1 });
}
