import { type SQL, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import type { KeptShape } from '@/lib/reporting/mapping/begin-mapping';
import { holderOf, officeHolder } from '@/lib/reporting/mapping/holder';

/** A kept mapping in the list of a desk. */
export type KeptLine = {
  readonly id: string;
  readonly name: string;
  readonly uses: number;
  readonly usedAt: Date | null;
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly version: number;
};

/** The condition that a kept mapping `m` may be used: one's own, and those of the office for everybody. */
const usable = (principal: Principal): SQL =>
  sql`not m.is_retired and m.holder in (${holderOf(principal) ?? ''}, ${officeHolder})`;

/** The kept mappings of one's own desk, by name. */
export async function keptMappings(principal: Principal): Promise<KeptLine[]> {
  const rows = await db().execute<Omit<KeptLine, 'usedAt' | 'editedAt'> & { usedAt: string | null; editedAt: string }>(
    sql`select m.id, m.name, m.uses, m.used_at as "usedAt", coalesce(e.name, m.edited_by) as "editedBy",
        m.edited_at as "editedAt", m.version
      from kept_mapping m left join app_user e on e.id = m.edited_by
      where not m.is_retired and m.holder = ${holderOf(principal)} order by m.name, m.id limit 500`,
  );
  return rows.map((row) => ({
    ...row,
    usedAt: row.usedAt === null ? null : new Date(row.usedAt),
    editedAt: new Date(row.editedAt),
  }));
}

/** What kept mappings say, those of the own desk first, and of each desk the one that was used last. */
export async function keptShapes(tx: Tx, principal: Principal): Promise<(KeptShape & { readonly name: string })[]> {
  return tx.execute(sql`
    select m.id, m.name, m.shape, m.mapping from kept_mapping m where ${usable(principal)}
    order by (m.holder = ${holderOf(principal)}) desc, coalesce(m.used_at, m.edited_at) desc, m.id limit 500`);
}
