'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { adoptRuleSet } from '@/lib/monitoring/lamps/rule-sets/adopt-rule-set';
import { endRuleSet } from '@/lib/monitoring/lamps/rule-sets/end-rule-set';
import { saveRuleSet } from '@/lib/monitoring/lamps/rule-sets/save-rule-set';
import { paths, withQuery } from '@/lib/paths';
import { ruleSetIn, shownIn } from './read-form';

const pageOf = ({ code, number }: { code: string; number: number }, done: string) => ({
  to: withQuery(paths.lampRuleSet(code, number), { done }),
});

export const save = action(saveRuleSet, {
  read: (form) => ({
    ...ruleSetIn(form),
    ...{ code: text(form, 'ruleCode'), number: wholeNumber(form, 'number'), version: wholeNumber(form, 'version') },
  }),
  next: (result) => pageOf(result, 'saved'),
});

export const adopt = action(adoptRuleSet, { read: shownIn, next: (result) => pageOf(result, 'adopted') });

export const end = action(endRuleSet, {
  read: (form) => ({
    ...shownIn(form),
    lastMonth: text(form, 'lastMonth') || null,
    reason: text(form, 'reason'),
  }),
  next: (result) => pageOf(result, 'ended'),
});
