import { drizzleOver, type Sql } from '@/db/client';
import { account, Browser } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';

/** A signed-in reporter of an invented unit. */
export type Reporter = { readonly unitCode: string; readonly cookie: string };

/** Creates invented units (甲区1 …) with a reporter each, whose unit codes and usernames begin with `prefix`. */
export async function reporters(sql: Sql, prefix: string, count: number): Promise<Reporter[]> {
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    select ${prefix} || n, 'county', '甲区' || n, 'District ' || n, '', 9400 + n from generate_series(1, ${count}::int) n`;
  const made: Reporter[] = [];
  for (let n = 1; n <= count; n += 1) {
    const unitCode = `${prefix}${n}`;
    const user = await account(drizzleOver(sql), { username: `${prefix}${n}`, role: 'reporter', unitCode });
    const browser = new Browser(`10.0.1.${n}`);
    await browser.signIn(user.username, user.password);
    made.push({ unitCode, cookie: browser.caller.cookies });
  }
  return made;
}

/** Opens a collection of a month that asks these units for a hundred figures, `D1` … `D100`. Returns its id. */
export function openCollection(sql: Sql, units: readonly Reporter[], period: string): Promise<string> {
  return inventedCollection(drizzleOver(sql), { units: units.map(({ unitCode }) => unitCode), figures: 100, period });
}
