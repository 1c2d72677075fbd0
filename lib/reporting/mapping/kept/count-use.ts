import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';

/** Counts a sheet that was recorded by a kept mapping, so that it is offered first and no longer deleted. */
export async function countUse({ tx, now }: Work, id: string | null): Promise<void> {
  if (id === null) return;
  await tx.execute(
    sql`update kept_mapping set uses = uses + 1, used_at = ${now.toISOString()}::timestamptz where id = ${id}`,
  );
}
