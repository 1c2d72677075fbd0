import { openSql } from '@/db/client';
import { codeOf, StartFailure } from '@/db/embedded/failure';

const oldest = 15;

/** Makes sure that a database of somebody else's can be used: reachable, ours to enter, and new enough. */
export async function checkExternal(url: string): Promise<void> {
  const where = placeIn(url);
  const version = await versionOf(url).catch((error: unknown) => {
    throw refusal(where, error);
  });
  if (version >= oldest * 10_000) return;
  const found = Math.floor(version / 10_000);
  throw new StartFailure(
    `The database at ${where} is PostgreSQL ${found}; version ${oldest} or later is needed.`,
    `${where} 上的数据库是 PostgreSQL ${found}，需要 ${oldest} 或更高版本。`,
  );
}

async function versionOf(url: string): Promise<number> {
  const sql = openSql(url, { max: 1, connect_timeout: 5, prepare: false });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version`;
    return Number(row?.version);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Host, port and name of the database; never the password. */
function placeIn(url: string): string {
  try {
    const { protocol, host, pathname, searchParams } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new Error('another protocol');
    return `${searchParams.get('host') ?? (host || 'localhost')}${pathname}`;
  } catch {
    throw new StartFailure(
      'DATABASE_URL is no address of a PostgreSQL: it looks like postgres://user:password@host:5432/database.',
      'DATABASE_URL 不是 PostgreSQL 的地址：格式为 postgres://用户:密码@主机:5432/数据库。',
    );
  }
}

function refusal(where: string, error: unknown): StartFailure {
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return new StartFailure(
        `The database at ${where} refuses the user or the password of DATABASE_URL.`,
        `${where} 上的数据库拒绝了 DATABASE_URL 中的用户名或密码。`,
      );
    case '3D000':
      return new StartFailure(
        `There is no such database at ${where}: create it first, or correct DATABASE_URL.`,
        `${where} 上没有这个数据库：请先创建，或更正 DATABASE_URL。`,
      );
    default: {
      const reason = codeOf(error) || (error instanceof Error ? error.message : String(error));
      return new StartFailure(
        `The database at ${where} cannot be reached (${reason}): check DATABASE_URL, or unset it to use the built-in one.`,
        `无法连接 ${where} 上的数据库（${reason}）：请检查 DATABASE_URL，或取消设置以使用内置数据库。`,
      );
    }
  }
}
