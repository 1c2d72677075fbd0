/**
 * The timeliness of a unit: not open yet, open, due soon, past due but still accepted, overdue; ended when the
 * collection was closed before it was due and the unit had submitted nothing; or done, in time or late.
 */
export const timelinesses = [
  'notOpen',
  'running',
  'dueSoon',
  'late',
  'overdue',
  'ended',
  'inTime',
  'lateDone',
] as const;
export type Timeliness = (typeof timelinesses)[number];
