'use server';

import { action, text } from '@/app/server/action';
import { changeRule } from '@/lib/reporting/validation/change-rule';
import { createRule } from '@/lib/reporting/validation/create-rule';
import { draftedInput, draftFields } from '@/lib/reporting/validation/rule-draft';

const drafted = (form: FormData) => Object.fromEntries(draftFields.map((field) => [field, text(form, field)]));
const saved = (code: string) => ({ to: `/reporting/rules/${code}?done=1` });

export const create = action(createRule, { read: (form) => ({ rule: draftedInput(drafted(form)) }), next: saved });

export const change = action(changeRule, {
  read: (form) => ({ follows: text(form, 'follows'), rule: draftedInput(drafted(form), text(form, 'isOn') === '1') }),
  next: saved,
});

export const turn = action(changeRule, {
  read: (form) => ({
    follows: text(form, 'follows'),
    rule: draftedInput({ ...drafted(form), validFrom: text(form, 'turnsFrom') }, text(form, 'isOn') === '1'),
  }),
  next: saved,
});
