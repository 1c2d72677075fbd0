'use server';

import { action, text } from '@/app/server/action';
import { Refusal } from '@/lib/errors';
import { paths, withQuery } from '@/lib/paths';
import { changeRule } from '@/lib/reporting/rules/change-rule';
import { createRule } from '@/lib/reporting/rules/create-rule';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { draftFields, ruleOf } from '@/lib/reporting/rules/rule-draft';

/** The rule in a form's fields; refuses the first faulty field. */
function ruleIn(form: FormData): CheckRule {
  const read = ruleOf(Object.fromEntries(draftFields.map((field) => [field, text(form, field)])));
  if ('fault' in read) throw new Refusal('invalid', `rules.faults.${read.fault}`, { field: read.fault });
  return { ...read.rule, isActive: text(form, 'isOn') === '1' };
}
const savedPage = (code: string) => ({ to: withQuery(paths.rule(code), { done: '1' }) });

export const create = action(createRule, { read: (form) => ({ rule: ruleIn(form) }), next: savedPage });

export const change = action(changeRule, {
  read: (form) => ({ follows: text(form, 'follows'), rule: ruleIn(form) }),
  next: savedPage,
});
