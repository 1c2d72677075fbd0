import { text, wholeNumber } from '@/app/server/action';
import { Refusal } from '@/lib/errors';
import { readRule } from '@/lib/monitoring/consequences/rules/read-rule';
import { conditionKinds } from '@/lib/monitoring/consequences/rules/words';

/** The rule that a form is about, as it was shown. */
export const shownIn = (form: FormData) => ({
  code: text(form, 'ruleCode'),
  number: wholeNumber(form, 'number'),
  version: wholeNumber(form, 'version'),
});

/** The rule in a form's fields; refuses numbers and shares that are none, each at its field. */
export function ruleIn(form: FormData) {
  const kind = conditionKinds.find((one) => one === text(form, 'kind')) ?? 'redInRow';
  const read = readRule((field) => text(form, field), kind);
  if ('faults' in read) {
    const [first] = read.faults ?? [];
    throw new Refusal('invalid', first?.key ?? 'input', first?.details, read.faults);
  }
  return {
    nameZh: text(form, 'nameZh'),
    nameEn: text(form, 'nameEn'),
    group: text(form, 'group'),
    measure: text(form, 'measure'),
    firstMonth: text(form, 'firstMonth'),
    ...read,
  };
}
