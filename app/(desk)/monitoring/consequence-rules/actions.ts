'use server';

import { action, text } from '@/app/server/action';
import { adoptConsequenceRule } from '@/lib/monitoring/consequences/rules/adopt-rule';
import { endConsequenceRule } from '@/lib/monitoring/consequences/rules/end-rule';
import { saveConsequenceRule } from '@/lib/monitoring/consequences/rules/save-rule';
import { paths, withQuery } from '@/lib/paths';
import { ruleIn, shownIn } from './read-form';

const pageOf = ({ code, number }: { code: string; number: number }, done: string) => ({
  to: withQuery(paths.consequenceRule(code, number), { done }),
});

export const save = action(saveConsequenceRule, {
  read: (form) => ({ ...ruleIn(form), ...shownIn(form) }),
  next: (result) => pageOf(result, 'saved'),
  fieldOf: (path) => (path.startsWith('shares.byGrade') ? 'byGrade' : undefined),
});

export const adopt = action(adoptConsequenceRule, { read: shownIn, next: (result) => pageOf(result, 'adopted') });

export const end = action(endConsequenceRule, {
  read: (form) => ({
    ...shownIn(form),
    lastMonth: text(form, 'lastMonth') || null,
    reason: text(form, 'reason'),
  }),
  next: (result) => pageOf(result, 'ended'),
});
