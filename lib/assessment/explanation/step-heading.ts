import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { measureIn } from './measure-after';
import type { ValueStep } from './value-steps';

/** The heading of a column of values: what was done last, and the unit; of a single step the value alone. */
export function stepHeading({ name, measure }: ValueStep, of: number, locale: Locale): string {
  const t = translator(locale, 'explanation');
  const said = of === 1 ? t('peers.value') : stepName(name, locale);
  const unit = measureIn(measure, locale);
  return unit ? t('peers.valueIn', { name: said, measure: unit }) : said;
}

/** What a step did, in words. */
function stepName(name: ValueStep['name'], locale: Locale): string {
  if (name === 'reported' || name === 'place') return translator(locale, 'explanation')(`valueSteps.${name}`);
  return translator(locale, 'methods')(`transforms.${name}`);
}
