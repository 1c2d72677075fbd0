import { openSql, type Sql, webOptions, webRole } from './client';
import { codeOf, StartFailure } from './embedded/failure';

/** Append-only tables: the web process reads them and adds rows. */
export const histories = [
  'audit_event',
  'observation_revision',
  'review_event',
  'target_event',
  'follow_up_event',
  'consequence_event',
  'publicity',
  'appeal_event',
  'unit_task_event',
  'register_change',
  'register_fixed',
] as const;

/**
 * Creates the role of the web process and grants its rights: rows of every table, histories only for reading and
 * adding, and no right to truncate, alter or create a table. Runs after every migration, so that the role works on a
 * new table and on a restored dump. An extra right on a history stays, for `webFault` to refuse: somebody granted it on
 * purpose. Only one process may do so on a database at a time; several databases of one server share the role.
 */
export async function provideWebRole(sql: Sql): Promise<void> {
  if (!(await mayBecome(sql))) await makeRole(sql);
  const [schema] = await sql`select has_schema_privilege(${webRole}, 'public', 'usage') as open`;
  if (!schema?.open) await sql.unsafe(`grant usage on schema public to ${webRole}`);
  const relations = await relationsOf(sql);
  if (relations.every(({ fits }) => fits)) return;
  // In one transaction, so that a running web process never lacks a right.
  await sql.begin(async (tx) => {
    for (const { name, kind } of relations.filter(({ fits }) => !fits)) {
      const rights =
        kind === 'sequence' ? 'usage, select' : `select, insert${kind === 'history' ? '' : ', update, delete'}`;
      const what = kind === 'sequence' ? `sequence ${name}` : name;
      await tx.unsafe(`revoke all on ${what} from ${webRole}`);
      await tx.unsafe(`grant ${rights} on ${what} to ${webRole}`);
    }
  });
}

export type WebFault = 'superuser' | 'unusable' | 'writable' | 'unguarded' | 'creating';

/**
 * The fault in the rights of the web process, asked on a connection to `url`: rights that it must not have, or that it
 * lacks. `superuser` concerns the connecting user; an embedded server has no other. Null when the rights are correct.
 */
export async function webFault(url: string, { embedded = false } = {}): Promise<WebFault | null> {
  const sql = openSql(url, { max: 1, connect_timeout: 5, ...webOptions() });
  try {
    const [user] = await sql`select rolsuper as mighty, has_schema_privilege('public', 'create') as creates
      from pg_roles where rolname = session_user`;
    if (user?.mighty && !embedded) return 'superuser';
    const found = await sql`
      select has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert') as usable,
        pg_has_role(relowner, 'usage') or has_any_column_privilege(oid, 'update')
          or has_table_privilege(oid, 'delete, truncate, trigger') as writable,
        -- A trigger (2: before) of an update (16), a deletion (8) and a truncation (32), for every row and role.
        (select coalesce(bit_or(tgtype), 0) & 56 = 56 from pg_trigger where tgrelid = c.oid and tgqual is null
          and tgfoid = to_regproc('public.refuse_change') and tgenabled in ('O', 'A') and tgtype & 2 = 2) as guarded
      from pg_class c where relnamespace = 'public'::regnamespace and relname = any(${[...histories]})`;
    if (found.length < histories.length || found.some(({ usable }) => !usable)) return 'unusable';
    if (found.some(({ writable }) => writable)) return 'writable';
    if (found.some(({ guarded }) => !guarded)) return 'unguarded';
    return user?.creates ? 'creating' : null;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function mayBecome(sql: Sql): Promise<boolean> {
  return sql
    .begin((tx) => tx.unsafe(`set local role ${webRole}`))
    .then(
      () => true,
      () => false,
    );
}

/**
 * Creates the role and grants it to the present user. The preparation of another database may do so at the same moment.
 */
async function makeRole(sql: Sql): Promise<void> {
  try {
    await sql.unsafe(`do $$ begin
      if not exists (select from pg_roles where rolname = '${webRole}') then create role ${webRole} nologin; end if;
      exception when duplicate_object or unique_violation then null; end $$`);
    if (!(await mayBecome(sql))) await sql.unsafe(`grant ${webRole} to current_user`);
  } catch (error) {
    if (!['42501', '23505', 'XX000'].includes(codeOf(error))) throw error;
  }
  if (!(await mayBecome(sql))) throw await notAllowed(sql);
}

type Relation = { name: string; kind: 'table' | 'history' | 'sequence'; fits: boolean };

/**
 * The tables, views and sequences that the present user owns, each with whether the role has exactly its rights on it.
 */
async function relationsOf(sql: Sql): Promise<readonly Relation[]> {
  return await sql<Relation[]>`
    select relation::text as name, kind,
      case when kind = 'sequence' then has_sequence_privilege(${webRole}, oid, 'usage') and has_sequence_privilege(${webRole}, oid, 'select')
      else has_table_privilege(${webRole}, oid, 'select') and has_table_privilege(${webRole}, oid, 'insert')
        and (kind = 'history' or has_table_privilege(${webRole}, oid, 'update')
          and has_table_privilege(${webRole}, oid, 'delete')
          and not has_table_privilege(${webRole}, oid, 'truncate, references, trigger')) end as fits
    from (
      select oid, oid::regclass as relation, case when relkind = 'S' then 'sequence'
        when relname = any(${[...histories]}) then 'history' else 'table' end as kind
      from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
        and pg_has_role(relowner, 'usage')
    ) ours`;
}

async function notAllowed(sql: Sql): Promise<StartFailure> {
  const [found] = await sql`select quote_ident(current_user) as me,
    exists (select from pg_roles where rolname = ${webRole}) as made`;
  const statements = `${found?.made ? '' : `CREATE ROLE ${webRole} NOLOGIN; `}GRANT ${webRole} TO ${found?.me};`;
  return new StartFailure(
    `The user of DATABASE_URL may not make the role that the web process works under: have an administrator of the database server run once: ${statements}`,
    `DATABASE_URL 中的用户无权建立网站进程所用的角色：请数据库管理员执行一次：${statements}`,
  );
}
