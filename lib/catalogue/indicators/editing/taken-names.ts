import type { NameEntry } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';
import { Refusal } from '@/lib/errors';

/** Which indicators have a name already, by its plain form. */
export class TakenNames {
  readonly #holders = new Map<string, { readonly entry: NameEntry; readonly isAlias: boolean }[]>();

  constructor(entries: readonly NameEntry[]) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: NameEntry): void {
    for (const name of [entry.code, entry.nameZh, entry.nameEn]) this.#put(name, { entry, isAlias: false });
    for (const name of entry.aliases) this.#put(name, { entry, isAlias: true });
  }

  #put(name: string, holder: { readonly entry: NameEntry; readonly isAlias: boolean }): void {
    const plain = plainName(name);
    this.#holders.set(plain, [...(this.#holders.get(plain) ?? []), holder]);
  }

  /**
   * Refuses a name that is a name of another indicator already, and an alias that is: its code, its Chinese or English
   * name, or for a name also its aliases. `own` is the indicator itself; null for a new one. A null name is not looked at.
   */
  refuse(own: string | null, { nameZh, aliases }: { nameZh: string | null; aliases: readonly string[] }): void {
    const holder = (typed: string, isName: boolean) =>
      this.#holders.get(plainName(typed))?.find(({ entry, isAlias }) => entry.code !== own && (isName || !isAlias))
        ?.entry;
    const named = nameZh === null ? undefined : holder(nameZh, true);
    if (named) throw taken('nameTaken', 'nameZh', nameZh ?? '', named);
    for (const alias of aliases) {
      const other = holder(alias, false);
      if (other) throw taken('aliasTaken', 'aliases', alias, other);
    }
  }
}

function taken(key: 'nameTaken' | 'aliasTaken', field: string, name: string, other: { code: string; nameZh: string }) {
  return new Refusal('conflict', `catalogue.refused.${key}`, { field, name, other: other.nameZh, code: other.code });
}
