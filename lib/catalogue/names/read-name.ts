import { plainName } from '@/lib/catalogue/plain-name';

/** What a name may stand for: a unit or an indicator with its other names, and a unit with the name of its parent. */
export type NameEntry = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly aliases: readonly string[];
  readonly parentZh?: string | null;
};

/** One entry of a name, several that it may mean, or none. */
export type NameRead =
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'either'; readonly entries: readonly NameEntry[] }
  | { readonly kind: 'none' };

const place = /^(.{2,})(?:省|市|区|县)$/;
const shortOf = (name: string) => place.exec(name)?.[1];

/**
 * Reads typed names among the entries in sight, in the form of `plainName`: a code, a name or an alias; of a place also
 * its name without 市, 区 or 县, and behind that of its parent: 南通, 南通市崇川区. A whole name counts before a short one.
 * What several have, also as the end of their names (开发区), is guessed for none of them.
 */
export function nameReader(entries: readonly NameEntry[]): (typed: string) => NameRead {
  const whole = new Map<string, Set<NameEntry>>();
  const short = new Map<string, Set<NameEntry>>();
  const add = (map: typeof whole, name: string | undefined, entry: NameEntry) => {
    const plain = plainName(name ?? '');
    if (plain !== '') map.set(plain, (map.get(plain) ?? new Set()).add(entry));
  };
  for (const entry of entries) {
    const { code, nameZh, nameEn, aliases, parentZh } = entry;
    for (const name of [code, nameZh, nameEn, ...aliases]) add(whole, name, entry);
    if (parentZh === undefined) continue;
    const own = [nameZh, shortOf(nameZh)].flatMap((name) => name ?? []);
    add(short, own[1], entry);
    for (const parent of [parentZh, parentZh && shortOf(parentZh)].flatMap((name) => name || [])) {
      for (const name of own) add(short, `${parent}${name}`, entry);
    }
  }
  const ends = entries.map((entry) => ({ entry, plain: plainName(entry.nameZh) }));
  const read = (plain: string): NameRead => {
    const found = [...(whole.get(plain) ?? short.get(plain) ?? [])];
    const [first, second] = found;
    if (first && !second) return { kind: 'one', code: first.code };
    if (second) return { kind: 'either', entries: found };
    const ending = plain.length < 2 ? [] : ends.filter((one) => one.plain.endsWith(plain));
    return ending.length > 1 ? { kind: 'either', entries: ending.map(({ entry }) => entry) } : { kind: 'none' };
  };
  // A cache: a file repeats few names in many rows.
  const known = new Map<string, NameRead>();
  return (typed) => {
    const before = known.get(typed);
    if (before) return before;
    const found = read(plainName(typed));
    known.set(typed, found);
    return found;
  };
}
