/** What a web process measures of itself (app/server/measured.mjs). */
export type OwnMeasures = {
  readonly process: number;
  readonly uptime: number;
  readonly memory: { readonly rss: number; readonly heapUsed: number };
  readonly late: { readonly half: number; readonly most: number; readonly longest: number };
  readonly keptHits: number;
  readonly answers: readonly { readonly kind: string; readonly status: number; readonly count: number }[];
  readonly times: readonly {
    readonly kind: string;
    readonly count: number;
    readonly sum: number;
    readonly within: readonly { readonly edge: number; readonly count: number }[];
  }[];
};

/** How the pool of the process is used: connections that are open, those lent, who waits, and the most there may be. */
export type PoolUse = {
  readonly open: number;
  readonly lent: number;
  readonly waiting: number;
  readonly most: number;
};

/** What the database says of itself and of the work that waits, in numbers alone. */
export type StoredMeasures = {
  readonly connections: number;
  readonly mostConnections: number;
  readonly waitingMessages: number;
  readonly failedMessages: number;
  /** When the last good backup ended, in seconds since 1970; null without one. */
  readonly lastBackup: number | null;
  readonly lastEvent: number;
  /** Refused sign-ins of the last day. */
  readonly refusedSignIns: number;
};
