'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { correctAnnotation } from '@/lib/catalogue/annotations/correct-annotation';
import { recordAnnotation } from '@/lib/catalogue/annotations/record-annotation';
import { withdrawAnnotation } from '@/lib/catalogue/annotations/withdraw-annotation';
import { paths, withQuery } from '@/lib/paths';

const typed = [
  ...['unit', 'indicator', 'since', 'until', 'titleZh', 'titleEn', 'textZh', 'textEn'],
  ...['awardedBy', 'sourceCode', 'locator'],
];
const facts = (form: FormData) => Object.fromEntries(typed.map((name) => [name, text(form, name)]));
const held = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
/** What waits is shown among the proposals. */
const proposed = () => ({ to: withQuery(paths.proposals, { done: 'proposed' }) });

export const record = action(recordAnnotation, {
  read: (form) => ({ kind: text(form, 'kind'), ...facts(form) }),
  next: proposed,
});

export const correct = action(correctAnnotation, {
  read: (form) => ({ ...held(form), ...facts(form), reason: text(form, 'reason') }),
  next: proposed,
});

export const withdraw = action(withdrawAnnotation, {
  read: (form) => ({ ...held(form), reason: text(form, 'reason') }),
  next: proposed,
});
