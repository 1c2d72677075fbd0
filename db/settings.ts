/** The database settings in the environment of this process; the address is empty where none is set. */
export type DatabaseSettings = {
  readonly url: string;
  /** The most connections of the process's pool. */
  readonly size: number;
  /** Whether a pooler stands before the database, behind which connections can neither prepare nor set anything. */
  readonly isPooled: boolean;
};

/** Reads the settings at each call, since a program of the command line sets them once it knows its database. */
export function databaseSettings(): DatabaseSettings {
  const { DATABASE_URL = '', DATABASE_POOL = '10', DATABASE_POOLED } = process.env;
  return { url: DATABASE_URL, size: Number(DATABASE_POOL), isPooled: DATABASE_POOLED === '1' };
}
