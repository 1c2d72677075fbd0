'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { advanceAdjustment } from '@/lib/assessment/ledger/advance-adjustment';
import { recordAdjustment } from '@/lib/assessment/ledger/record-adjustment';
import { revokeAdjustment } from '@/lib/assessment/ledger/revoke-adjustment';
import { paths, withQuery } from '@/lib/paths';

const page = (id: string, done: string) => ({ to: withQuery(paths.ledger, { open: id, done }) });

export const record = action(recordAdjustment, {
  read: (form) => ({
    schemeCode: text(form, 'schemeCode'),
    periodCode: text(form, 'periodCode'),
    unitCode: text(form, 'unitCode'),
    kind: text(form, 'kind'),
    node: text(form, 'node'),
    rule: text(form, 'rule'),
    points: text(form, 'points'),
    article: text(form, 'article'),
    reason: text(form, 'reason'),
    evidence: text(form, 'evidence'),
    incident: text(form, 'incident'),
    happenedOn: text(form, 'happenedOn'),
    state: text(form, 'state'),
  }),
  next: (id) => page(id, 'record'),
});

export const advance = action(advanceAdjustment, {
  read: (form) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version'), to: text(form, 'to') }),
  next: (id) => page(id, 'advance'),
});

export const revoke = action(revokeAdjustment, {
  read: (form) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version'), reason: text(form, 'reason') }),
  next: (id) => page(id, 'revoke'),
});
