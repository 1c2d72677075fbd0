import { randomUUID } from 'node:crypto';
import { proposal } from '@/db/schema/proposals';
import type { Change } from '@/lib/access/audit/record-event';
import type { Done, Work } from '@/lib/access/command';
import type { ProposalKind, Proposed } from '@/lib/catalogue/proposals/words';
import { Refusal } from '@/lib/errors';

/** The changes that a command on the catalogue makes. */
export type Changes = readonly [Change, ...Change[]];

/**
 * What is said of a change: whether it reaches into the past, what it concerns (`unit/JIA`), why it is made, and what it
 * would replace, by the changes that it makes. What is only added needs no reason: null.
 */
export type Reach = {
  readonly reachesPast: boolean;
  readonly subject: string;
  readonly reason: string | null;
  readonly was?: (tried: Changes) => Readonly<Record<string, unknown>>;
};

/** Undoes a change that was only tried; it leaves this file by no way. */
class OnlyTried extends Error {
  readonly changes: Changes;

  constructor(changes: Changes) {
    super('only tried');
    this.changes = changes;
  }
}

/**
 * Applies a change of the catalogue that takes effect today or later. One that reaches into the past becomes a proposal,
 * which holds when a second person confirms it; it is tried first, so that what could not hold is refused at once.
 * Refuses a proposal without a reason. `input` is what the kind's `apply` takes when it is confirmed.
 */
export async function orPropose(
  work: Work,
  kind: ProposalKind,
  input: Readonly<Record<string, unknown>>,
  { reachesPast, subject, reason, was }: Reach,
  apply: (work: Work) => Promise<Changes>,
): Promise<Done<Proposed>> {
  if (!reachesPast) return { result: { state: 'done' }, changes: await apply(work) };
  if (reason?.trim() === '') throw new Refusal('invalid', 'proposals.refused.reasonMissing', { field: 'reason' });
  const tried = await tryOut(work, apply);
  const id = randomUUID();
  await work.tx.insert(proposal).values({
    ...{ id, kind, subject, input, reason: reason ?? '', was: was?.(tried) ?? null },
    proposedBy: work.principal.userId,
    proposedAt: work.now,
  });
  const after = { proposed: kind, concerns: subject, ...(reason !== null && { reason }), ...input };
  return {
    result: { state: 'waiting', proposal: id },
    changes: [{ subject: `proposal/${id}`, before: null, after }],
  };
}

async function tryOut(work: Work, apply: (work: Work) => Promise<Changes>): Promise<Changes> {
  try {
    return await work.tx.transaction(async (tx) => {
      throw new OnlyTried(await apply({ ...work, tx }));
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.changes;
    throw error;
  }
}
