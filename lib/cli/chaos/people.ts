import { drizzleOver, type Sql } from '@/db/client';
import { account, Browser } from '@/lib/testing/accounts';
import { inventedCollection } from '@/lib/testing/invented-collection';

/** A reporter with a unit; `mark` is in the names of both and in every figure that the reporter writes. */
export type Person = { readonly mark: string; readonly unitCode: string; readonly cookies: string };

/** Creates signed-in people, each for an invented unit, and the collection that they report to. */
export async function peopleOf(sql: Sql, count: number): Promise<{ people: Person[]; collectionId: string }> {
  const database = drizzleOver(sql);
  const people: Person[] = [];
  for (let at = 0; at < count; at += 1) {
    const mark = `zz${100 + at}zz`;
    const unitCode = mark.toUpperCase();
    await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
      values (${unitCode}, 'county', ${`甲区${mark}`}, ${`District ${mark}`}, '', ${9400 + at})`;
    const user = await account(database, { username: mark, role: 'reporter', unitCode });
    const browser = new Browser(`10.0.2.${at}`);
    await browser.signIn(user.username, user.password);
    people.push({ mark, unitCode, cookies: browser.caller.cookies });
  }
  const units = people.map(({ unitCode }) => unitCode);
  return { people, collectionId: await inventedCollection(database, { units, figures: 40, period: '2026-M09' }) };
}

/** The distinct marks in a text, in lower case. */
export function marksIn(text: string): Set<string> {
  return new Set([...text.matchAll(/zz1\d\dzz/gi)].map(([mark]) => mark.toLowerCase()));
}
