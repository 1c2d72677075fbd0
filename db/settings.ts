/** How the database is reached, as the environment of this process says; the address is empty where it says none. */
export type DatabaseSettings = {
  readonly url: string;
  /** The most connections of the process's pool. */
  readonly size: number;
  /** Whether a pooler stands before it, behind which a connection can prepare and ask for nothing. */
  readonly isPooled: boolean;
};

/** Read anew at each call: a program of the command line says it when it knows its database. */
export function databaseSettings(): DatabaseSettings {
  const { DATABASE_URL = '', DATABASE_POOL = '10', DATABASE_POOLED } = process.env;
  return { url: DATABASE_URL, size: Number(DATABASE_POOL), isPooled: DATABASE_POOLED === '1' };
}
