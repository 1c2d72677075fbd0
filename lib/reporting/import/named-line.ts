import { plainName } from '@/lib/catalogue/plain-name';
import { bareUnit } from '@/lib/reporting/import/sheet-heads';
import { normalText } from '@/lib/reporting/reading/read-figure';

/** Marks before a name in a table: # and 其中 for a part of the line above, and numbers: 一、 （二） 3. */
export const markAhead =
  /^(?:#|其中 ?:?|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)) ?/;

/** What a line names, the name in plain form, and the unit of measure in brackets behind it. */
export type NamedLine<Found> = { readonly found: Found | null; readonly plain: string; readonly unit: string };

/**
 * Finds what a line names by its code or name, which a unit of measure in brackets may follow, 工业用电量（万千瓦时）, and a
 * mark of its line precede: 一、工业用电量, #工业用电量. `find` takes plain names.
 */
export function namedLine<Found>(text: string, find: (plain: string) => Found | null): NamedLine<Found> {
  for (let rest = text.trim(); ; ) {
    const plain = plainName(rest);
    const own = find(plain);
    if (own !== null) return { found: own, plain, unit: '' };
    const [, name = '', unit = ''] = /^(.*\S) ?(\([^()]*\))$/.exec(normalText(rest)) ?? [];
    const bare = plainName(name);
    const marked = normalText(rest).replace(markAhead, '');
    const found = find(bare);
    if (found !== null || marked === normalText(rest)) return { found, plain: bare, unit: bareUnit(unit) };
    rest = marked;
  }
}
