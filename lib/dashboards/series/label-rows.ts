import { noise } from '@/lib/statistics/noise';

/** A label with its wished position `at`; the greater `weight`, the sooner it is kept when there is no room for all. */
export type LabelWish = { readonly key: string; readonly at: number; readonly weight?: number };

/**
 * Places labels in one column, `step` pixels apart at least, between `top` and `bottom`, each as near to its wish as
 * the others allow. Where there is no room for all, the lightest are left out.
 */
export function labelRows(
  wishes: readonly LabelWish[],
  step: number,
  [top, bottom]: readonly [number, number],
): Map<string, number> {
  const most = Math.max(1, Math.floor((bottom - top) / step + noise) + 1);
  const kept = [...wishes].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, most);
  const sorted = kept.sort((a, b) => a.at - b.at);
  const groups: Group[] = [];
  for (const { key, at } of sorted) {
    groups.push({ keys: [key], wanted: at, from: limitStart(at, 1, step, top, bottom) });
    for (
      let last = groups.at(-1), before = groups.at(-2);
      last && before;
      last = groups.at(-1), before = groups.at(-2)
    ) {
      if (before.from + before.keys.length * step <= last.from + noise) break;
      groups.splice(-2, 2, mergeGroups(before, last, step, top, bottom));
    }
  }
  return new Map(groups.flatMap(({ keys, from }) => keys.map((key, at) => [key, from + at * step] as const)));
}

function limitStart(from: number, count: number, step: number, top: number, bottom: number): number {
  return Math.max(top, Math.min(from, bottom - (count - 1) * step));
}

type Group = { keys: string[]; wanted: number; from: number };

/**
 * Merges two groups that touch into one, centred on the average wish of its labels. `wanted` is the sum of the wishes.
 */
function mergeGroups(one: Group, other: Group, step: number, top: number, bottom: number): Group {
  const keys = [...one.keys, ...other.keys];
  const wanted = one.wanted + other.wanted;
  const from = wanted / keys.length - ((keys.length - 1) * step) / 2;
  return { keys, wanted, from: limitStart(from, keys.length, step, top, bottom) };
}
