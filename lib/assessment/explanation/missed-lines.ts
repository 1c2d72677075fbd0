import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { roomOf } from '@/lib/assessment/methods/rooms';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';
import { reaches } from '@/lib/statistics/noise';
import { decimalOf } from '@/lib/statistics/numbers';

/**
 * A note for each line of a band, a gate or a target that the value of an item misses although, rounded to the published
 * decimals, it would seem to reach it: 79.95 that is shown as 80.0, of a line at 80.
 */
export function missedLines(
  item: SchemeItem,
  score: ItemScore,
  { basis, decimals }: { basis: Pick<ItemBasis, 'terms'> | null; decimals: number },
): Note[] {
  const terms = { ...basis?.terms, ...score.terms };
  const { method } = item;
  if (!isBlend(method)) return missed(item, [], method, { value: score.transformed, terms, decimals });
  return method.parts.flatMap((part) => {
    const own = Object.fromEntries(
      Object.entries(terms).flatMap(([name, value]) =>
        name.startsWith(`${part.key}.`) ? [[name.slice(part.key.length + 1), value]] : [],
      ),
    );
    return missed(item, part.transforms, part.method, { value: own.value ?? null, terms: own, decimals });
  });
}

function missed(
  item: SchemeItem,
  transforms: readonly Transform[],
  method: PlainMethod,
  { value, terms, decimals }: { value: number | null; terms: Readonly<Record<string, number>>; decimals: number },
): Note[] {
  if (value === null) return [];
  const room = roomOf(method);
  const isLess =
    room.needsDirection !== false &&
    (item.direction === 'lower' || [...item.transforms, ...transforms].some(({ kind }) => kind === 'rank'));
  const better = isLess ? 'lower' : 'higher';
  const shown = decimalOf(value, decimals);
  return room
    .lines(method, terms)
    .filter((line) => !reaches(value, line, better) && reaches(Number(shown), line, better))
    .map((line) => ({ kind: 'belowBand', values: { value, line, shown } }));
}
