import type { Named } from '@/lib/i18n/words';

/** The commands on the catalogue that a second person confirms when they reach into the past. */
export const proposalKinds = [
  'indicator.define',
  'indicator.retire',
  'indicator.derive',
  'unit.rename',
  'unit.move',
  'unit.retire',
  'unit.merge',
  'unit.split',
  'group.changeMembers',
  'annotation.record',
  'annotation.correct',
  'annotation.withdraw',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ['waiting', 'confirmed', 'refused', 'takenBack'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** The outcome of a command that may reach into the past: it holds now, or waits for a second person under this id. */
export type Proposed = { readonly state: 'done' } | { readonly state: 'waiting'; readonly proposal: string };

/** A proposal with the names of those who made and decided it. */
export type ProposalLine = {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly subject: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What it would replace, as it was when it was proposed. */
  readonly was: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  /** Why it was refused; empty otherwise. */
  readonly decision: string;
  readonly version: number;
  /** Whether it waits in vain: the formula that it would replace has changed since. It is only refused or taken back. */
  readonly isStale: boolean;
};

/** A list of proposals, with the names of what they mention by code. */
export type ProposalPage = {
  readonly lines: readonly ProposalLine[];
  readonly names: readonly (Named & { readonly kind: string })[];
  readonly total: number;
  readonly page: number;
};
