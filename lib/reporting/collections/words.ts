/** How a unit stands with its time: not open yet, open, due soon, past due but still taken, overdue; or done, in time or late. */
export const timelinesses = ['notOpen', 'running', 'dueSoon', 'late', 'overdue', 'inTime', 'lateDone'] as const;
export type Timeliness = (typeof timelinesses)[number];
