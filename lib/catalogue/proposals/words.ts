/** The commands on the catalogue that a second person confirms when they reach into the past. */
export const proposalKinds = [
  'indicator.define',
  'indicator.retire',
  'unit.rename',
  'unit.move',
  'unit.retire',
  'unit.merge',
  'unit.split',
  'group.changeMembers',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ['waiting', 'confirmed', 'refused', 'takenBack'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** The outcome of a command that may reach into the past: it holds now, or waits for a second person under this id. */
export type Proposed = { readonly state: 'done' } | { readonly state: 'waiting'; readonly proposal: string };
