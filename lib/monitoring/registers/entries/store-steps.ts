import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import type { FieldChange } from '@/lib/monitoring/registers/words';

/** A step of an entry: its number, and what it changes. */
export type EntryStep = {
  readonly identifier: string;
  readonly step: number;
  readonly changes: readonly FieldChange[];
};

/** Writes steps of entries, each entry at most once, by one statement a table. The register is held. */
export async function storeSteps(
  { tx, principal, now }: Work,
  code: string,
  steps: readonly EntryStep[],
  { reason, fileName = '' }: { readonly reason: string; readonly fileName?: string },
): Promise<void> {
  const given = JSON.stringify(steps);
  const [by, at] = [principal.userId, sql`${now.toISOString()}::timestamptz`];
  await tx.execute(sql`
    insert into register_entry (register_code, identifier, version, updated_by, updated_at)
    select ${code}, s.identifier, s.step, ${by}, ${at}
    from jsonb_to_recordset(${given}::jsonb) as s (identifier text, step int)
    on conflict (register_code, identifier) do update
      set version = excluded.version, updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
  await tx.execute(sql`
    insert into register_change (register_code, identifier, step, field, holds_from, value, before, reason, file_name, actor, at)
    select ${code}, s.identifier, s.step, c.field, c."holdsFrom", c.value, c.before, ${reason}, ${fileName}, ${by}, ${at}
    from jsonb_to_recordset(${given}::jsonb) as s (identifier text, step int, changes jsonb)
    cross join jsonb_to_recordset(s.changes) as c (field text, "holdsFrom" date, value text, before text)`);
}
