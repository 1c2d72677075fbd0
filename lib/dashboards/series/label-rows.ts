import { noise } from '@/lib/statistics/noise';

/** A label wants to stand at `at`; the more `weight`, the sooner it is kept when there is no room for all. */
export type LabelWish = { readonly key: string; readonly at: number; readonly weight?: number };

/**
 * Puts labels in one column, `step` pixels apart at least, between `top` and `bottom`, each as near to its wish as the
 * others allow. Where they cannot all stand, the lightest are left out.
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
    groups.push({ keys: [key], wanted: at, from: within(at, 1, step, top, bottom) });
    for (
      let last = groups.at(-1), before = groups.at(-2);
      last && before;
      last = groups.at(-1), before = groups.at(-2)
    ) {
      if (before.from + before.keys.length * step <= last.from + noise) break;
      groups.splice(-2, 2, merged(before, last, step, top, bottom));
    }
  }
  return new Map(groups.flatMap(({ keys, from }) => keys.map((key, at) => [key, from + at * step] as const)));
}

function within(from: number, count: number, step: number, top: number, bottom: number): number {
  return Math.max(top, Math.min(from, bottom - (count - 1) * step));
}

type Group = { keys: string[]; wanted: number; from: number };

/** Two groups that touch become one, centred on what its labels wanted on average. `wanted` is the sum of the wishes. */
function merged(one: Group, other: Group, step: number, top: number, bottom: number): Group {
  const keys = [...one.keys, ...other.keys];
  const wanted = one.wanted + other.wanted;
  const from = wanted / keys.length - ((keys.length - 1) * step) / 2;
  return { keys, wanted, from: within(from, keys.length, step, top, bottom) };
}
