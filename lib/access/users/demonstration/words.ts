/** The accounts that the sign-in page of the demonstration shows; `demo.` and the word is the username. */
export const players = [
  'leader',
  'reporter',
  'reporter2',
  'unit',
  'unit2',
  'department',
  'department2',
  'office',
  'office2',
  'admin',
  'auditor',
] as const;
/** The usernames of the players, in the same order. */
export const playerUsernames: readonly string[] = players.map((player) => `demo.${player}`);
export type Player = (typeof players)[number];
