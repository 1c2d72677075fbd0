import type { NameEntry } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';

/** The most names that are offered for one that nobody has. */
const mostOffered = 3;

/**
 * The entries whose names are most like a typed one, the nearest first: those with most characters and pairs of
 * neighbouring characters in common. They are offered to a person; nothing is read as the nearest.
 */
export function nearestNames<Entry extends NameEntry>(typed: string, entries: readonly Entry[]): Entry[] {
  const sought = partsOf(plainName(typed));
  return entries
    .map((entry) => {
      const names = [entry.code, entry.nameZh, entry.nameEn, ...entry.aliases];
      return { entry, likeness: Math.max(...names.map((name) => likeness(sought, partsOf(plainName(name))))) };
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostOffered)
    .map(({ entry }) => entry);
}

/** The characters of a name and its pairs of neighbours; a pair weighs as much as its two characters. */
function partsOf(name: string): ReadonlySet<string> {
  const characters = [...name];
  return new Set([...characters, ...characters.slice(1).map((next, at) => `${characters[at]}${next}`)]);
}

/** The share of parts in common, 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const common = [...one].filter((part) => other.has(part)).length;
  return (2 * common) / (one.size + other.size);
}
