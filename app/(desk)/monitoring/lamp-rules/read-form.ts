import { text, wholeNumber } from '@/app/server/action';
import { Refusal } from '@/lib/errors';
import { readRules } from '@/lib/monitoring/lamps/rule-sets/read-rules';
import { tickPrefix } from './indicator-ticks';

/** The set of rules that a form is about, as it was shown. */
export const shownIn = (form: FormData) => ({
  code: text(form, 'ruleCode'),
  number: wholeNumber(form, 'number'),
  version: wholeNumber(form, 'version'),
});

/** The set of rules in a form's fields; refuses rules that are no numbers, each at its field. */
export function ruleSetIn(form: FormData) {
  const read = readRules((field) => text(form, field));
  if ('faults' in read) {
    const [first] = read.faults;
    throw new Refusal('invalid', first?.key ?? 'input', first?.details, read.faults);
  }
  return {
    nameZh: text(form, 'nameZh'),
    group: text(form, 'group'),
    firstMonth: text(form, 'firstMonth'),
    byEarlierYears: text(form, 'byEarlierYears') === 'on',
    indicators: [...form.keys()].flatMap((name) =>
      name.startsWith(tickPrefix) ? [name.slice(tickPrefix.length)] : [],
    ),
    rules: read.rules,
  };
}
