import { groupedBy } from '@/lib/grouped-by';
import { rememberedLamp } from '@/lib/monitoring/lamps/remember';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import type { Judged, MadeLamp, Memory } from './queries';

/**
 * The lamps of a year of all sequences: of a unit in several of them each month has the lamp of the first whose rules judge
 * it, then what somebody set, remembered over all its months. `runs` come in the order in which the rules count.
 */
export function lampsOfAll(runs: readonly Judged[], memory: Memory): readonly MadeLamp[] {
  const [only, other] = runs;
  if (!other) return only?.lamps ?? [];
  const found: MadeLamp[] = [];
  for (const [key, lamps] of groupedBy(
    runs.flatMap((run) => run.lamps),
    targetKey,
  )) {
    const told = memory.get(key)?.told;
    let before = told?.get(0) ?? null;
    for (let month = 1; month <= 12; month += 1) {
      const own = lamps.filter((one) => one.month === month);
      const lamp = own.find(({ byHand }) => byHand === null) ?? own[0];
      if (lamp) {
        const { colour, redInRow, redInYear } = rememberedLamp(
          { colour: lamp.judged, reasons: [] },
          before,
          month === 1,
        );
        found.push({ ...lamp, colour, redInRow, redInYear });
        before = { colour, redInRow, redInYear };
      }
      before = told?.get(month) ?? before;
    }
  }
  return found;
}
