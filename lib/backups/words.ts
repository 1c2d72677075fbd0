/** A backup is asked for, written and checked or failed, and in the end removed for newer ones. */
export const backupStates = ['asked', 'good', 'failed', 'removed'] as const;
export type BackupState = (typeof backupStates)[number];

/** Who had a backup written: the clock, an administrator on the page, an operator on the command line, or a start that upgrades. */
export const backupOrigins = ['schedule', 'page', 'commandLine', 'upgrade'] as const;
export type BackupOrigin = (typeof backupOrigins)[number];

/** Why a backup was not written, in words of the product's own. */
export const backupFaults = ['noPlace', 'noRoom', 'noRight', 'database', 'other'] as const;
export type BackupFault = (typeof backupFaults)[number];

/** The name of a backup, as the trail and its file have it: its moment to the millisecond, 20261201T020000000Z. */
export const backupId = (moment: Date) => moment.toISOString().replaceAll(/[-:.]/g, '');

/** A line of the list of backups. */
export type BackupLine = {
  readonly id: string;
  readonly state: BackupState;
  readonly origin: BackupOrigin;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  readonly fileName: string;
  readonly bytes: number | null;
  readonly rows: number | null;
  readonly isEncrypted: boolean;
  readonly fault: BackupFault | null;
};

/** Hours after which the last good backup is too old: a day and a little where one is written each day, else a week. */
export const oldAfter = { scheduled: 26, unscheduled: 168 } as const;

/** Whether the last good backup is recent enough, too old, or missing. */
export function ageOf(
  last: Date | null,
  { now, isScheduled }: { now: Date; isScheduled: boolean },
): 'fresh' | 'old' | 'never' {
  if (!last) return 'never';
  const hours = oldAfter[isScheduled ? 'scheduled' : 'unscheduled'];
  return now.getTime() - last.getTime() > hours * 3_600_000 ? 'old' : 'fresh';
}
