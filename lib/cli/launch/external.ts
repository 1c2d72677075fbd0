import { openSql } from '@/db/client';
import { codeOf, StartFailure } from '@/db/embedded/failure';

const oldest = 15;

/**
 * Checks that an external database can be used: reachable, accessible, and new enough. To serve from it, its user must
 * be bound by the database's permissions.
 */
export async function checkExternal(url: string, { toServe = false } = {}): Promise<void> {
  const where = placeIn(url);
  const { version, mighty } = await factsOf(url).catch((error: unknown) => {
    throw refusal(where, error);
  });
  if (toServe && mighty) throw superuserFailure('DATABASE_URL');
  if (version >= oldest * 10_000) return;
  const found = Math.floor(version / 10_000);
  throw new StartFailure(
    `The database at ${where} is PostgreSQL ${found}; version ${oldest} or later is needed.`,
    `${where} 上的数据库是 PostgreSQL ${found}，需要 ${oldest} 或更高版本。`,
  );
}

async function factsOf(url: string): Promise<{ version: number; mighty: boolean }> {
  const sql = openSql(url, { max: 1, connect_timeout: 5, prepare: false });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version, rolsuper as mighty
      from pg_roles where rolname = session_user`;
    return { version: Number(row?.version), mighty: row?.mighty === true };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Host, port and name of the database; never the password. */
export function placeIn(url: string, name = 'DATABASE_URL'): string {
  try {
    const { protocol, host, pathname, searchParams } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error('another protocol');
    return `${searchParams.get('host') ?? (host || 'localhost')}${pathname}`;
  } catch {
    throw new StartFailure(
      `${name} is no address of a PostgreSQL: it looks like postgres://user:password@host:5432/database.`,
      `${name} 不是 PostgreSQL 的地址：格式为 postgres://用户:密码@主机:5432/数据库。`,
    );
  }
}

/** Why the database cannot be used, in words; `name` is the setting that names it. */
export function refusal(where: string, error: unknown, name = 'DATABASE_URL'): StartFailure {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return new StartFailure(
        `The database at ${where} refuses the user or the password of ${name}.`,
        `${where} 上的数据库拒绝了 ${name} 中的用户名或密码。`,
      );
    case '3D000':
      return new StartFailure(
        `There is no such database at ${where}: create it first, or correct ${name}.`,
        `${where} 上没有这个数据库：请先创建，或更正 ${name}。`,
      );
    default: {
      const reason = codeOf(error) || (error instanceof Error ? error.message : String(error));
      return new StartFailure(
        `The database at ${where} cannot be reached (${reason}): check ${name}, or unset it to use the built-in one.`,
        `无法连接 ${where} 上的数据库（${reason}）：请检查 ${name}，或取消设置以使用内置数据库。`,
      );
    }
  }
}

/** The refusal of a superuser, whom no permission of the database binds. */
export const superuserFailure = (name: string) =>
  new StartFailure(
    `The user of ${name} is a superuser, whom no rule of the database binds: make one for the product, CREATE ROLE baton LOGIN, and let it own the database.`,
    `${name} 中的用户是超级用户，数据库的任何限制对其无效：请为本产品另建用户（CREATE ROLE baton LOGIN），并让其拥有该数据库。`,
  );
