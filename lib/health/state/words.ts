/** A table by its size, with the rows that the database reckons with; null while it has not counted them. */
export type TableSize = { readonly name: string; readonly bytes: number; readonly rows: number | null };

/** A kind of statement that takes long, as the database normalised it: without a value. */
export type SlowStatement = { readonly text: string; readonly calls: number; readonly mean: number };

/** When the audit chain was last walked, and where it broke. */
export type ChainState = { readonly at: Date; readonly events: number; readonly brokenAt: number | null };

/** What the database says of itself. */
export type DatabaseState = {
  readonly version: string;
  readonly startedAt: Date;
  readonly bytes: number;
  readonly connections: number;
  readonly mostConnections: number;
  readonly migratedAt: Date | null;
  readonly tables: readonly TableSize[];
  /** Null where the extension that measures them is missing. */
  readonly slow: readonly SlowStatement[] | null;
};

/** The work that waits for the launcher. */
export type WaitingWork = {
  readonly messages: number;
  readonly failedMessages: number;
  readonly uploads: number;
  readonly backups: number;
};

/** The space of the disk of a folder, in bytes. */
export type DiskSpace = { readonly folder: 'data' | 'backups'; readonly free: number; readonly total: number };

/** The share and the bytes below which a disk is nearly full. */
const [leastShare, leastBytes] = [0.1, 1_000_000_000];

/** Whether a disk is nearly full. */
export const isNearlyFull = ({ free, total }: Pick<DiskSpace, 'free' | 'total'>) =>
  free < leastBytes || free < total * leastShare;
