import type { Direction, Measure } from '@/lib/catalogue/words';
import { progressOf } from '@/lib/monitoring/progress/progress-of';
import type { EarlierYear, YearCurve } from '@/lib/monitoring/progress/words';
import { yearCurve } from '@/lib/monitoring/progress/year-curve';
import type { TargetPlan } from '@/lib/monitoring/targets/words';
import { placesOf } from '@/lib/statistics/places';
import { looksAtPeers } from './held-rules';
import { judgeLamp } from './judge';
import { type Before, rememberedLamp } from './remember';
import type { JudgedLamp, Lamp, LampColour, LampFacts, LampRules, StoredFacts } from './words';

const months = 12;

/** A unit with what is known of an indicator in a year. */
export type LampUnit = {
  readonly unit: string;
  /** The value at the end of each month, as decimal text; null where it is not known. */
  readonly ends: readonly (string | null)[];
  /** The values that this year's compare with: of the year before, or of those that merged since; null for none. */
  readonly bases: readonly (string | null)[];
  readonly target: string | null;
  readonly plan: TargetPlan | null;
  readonly earlier: readonly EarlierYear[];
  /** The lamp of last December. */
  readonly december: Before | null;
  /** The lamps of months that were told, which count as they were told. */
  readonly told: ReadonlyMap<number, Before>;
  /** The lamps that somebody set, which count in months that the rules cannot judge. */
  readonly byHand: ReadonlyMap<number, LampByHand>;
};

/** A lamp as somebody set it, under the rules that hold in its month. */
export type LampByHand = {
  readonly colour: LampColour;
  readonly setBy: string;
  readonly setReason: string;
  readonly ruleSetCode: string;
  readonly ruleSetNumber: number;
};

/** Rules in force; years without a plan are expected in the shape of earlier years where they say so. */
export type RulesInForce = {
  readonly code: string;
  readonly number: number;
  /** The indicators that they name, which they judge without a target too; none for every one that has a target. */
  readonly indicators: readonly string[];
  readonly rules: LampRules;
  readonly byEarlierYears: boolean;
};

export type LampYear = {
  readonly measure: Measure;
  readonly direction: Direction;
  readonly adds: boolean;
  /** The rules that hold in each month; null where none do. */
  readonly sets: readonly (RulesInForce | null)[];
  /** All units of the sequence, so that peers compare. */
  readonly units: readonly LampUnit[];
};

export type LampOfMonth = Lamp & {
  readonly unit: string;
  readonly month: number;
  readonly ruleSetCode: string;
  readonly ruleSetNumber: number;
  readonly facts: StoredFacts;
  /** Who set it, and why; null for one that the rules judged. */
  readonly byHand: Pick<LampByHand, 'setBy' | 'setReason'> | null;
};

/**
 * The lamps of an indicator for all units of a sequence in a year: each month that has a value is judged by the rules, one
 * that they cannot judge is as somebody set it, and each is remembered after the month before it.
 */
export function lampsOfYear(of: LampYear): LampOfMonth[] {
  // Places and means are known only where all units of the sequence are given, which a rule that compares them asks for; a
  // place, only once half of them have figures.
  const compares = of.sets.some((set) => set && looksAtPeers(set.rules));
  const places = Array.from({ length: months }, (_, at) =>
    compares && of.units.filter(({ ends }) => (ends[at] ?? null) !== null).length * 2 >= of.units.length
      ? placesOf(
          of.units.map(({ ends }) => ends[at] ?? null),
          of.direction,
        )
      : [],
  );
  const growthAt = ({ ends, bases }: LampUnit, at: number) => growthIn(of, ends[at] ?? null, bases[at] ?? null);
  const peers = Array.from({ length: months }, (_, at) =>
    compares ? meanOf(of.units.map((unit) => growthAt(unit, at))) : null,
  );
  const shaped = of.sets.some((set) => set?.byEarlierYears);
  return of.units.flatMap((unit, row) => {
    if (unit.byHand.size === 0 && unit.ends.every((end) => end === null)) return [];
    const plain = curveOf(of, unit, false);
    const curves = { plain, shaped: shaped ? curveOf(of, unit, true) : plain };
    const planned = plannedGrowth(of, unit);
    const found: LampOfMonth[] = [];
    let before = unit.december;
    for (let month = 1; month <= months; month += 1) {
      const at = month - 1;
      const set = of.sets[at] ?? null;
      const [end, place, former] = [unit.ends[at] ?? null, places[at]?.[row] ?? null, places[at - 1]?.[row] ?? null];
      const [told, byHand] = [unit.told.get(month), unit.byHand.get(month)];
      let judged: JudgedLamp | null = null;
      if (end !== null && set !== null && (unit.target !== null || set.indicators.length > 0)) {
        const curve = set.byEarlierYears ? curves.shaped : curves.plain;
        const actual = Number(end);
        const progress = curve && progressOf(curve, { actual, month, direction: of.direction });
        const facts: LampFacts = {
          gapPoints: progress?.gapPoints ?? null,
          growth: growthAt(unit, at),
          plannedGrowth: planned,
          peersGrowth: peers[at] ?? null,
          place,
          of: places[at]?.filter((one) => one !== null).length ?? 0,
          placeChange: place === null || former === null ? null : former - place,
          monthsLate: curve && monthsLate(curve, unit, month),
        };
        judged = judgeLamp(set.rules, facts);
        if (judged) {
          const lamp = rememberedLamp(judged, before, month === 1);
          found.push({
            ...{ unit: unit.unit, month, ruleSetCode: set.code, ruleSetNumber: set.number, ...lamp },
            ...{ facts: storedFacts(facts, actual, curve, month), byHand: null },
          });
          before = lamp;
        }
      }
      if (judged === null && byHand) {
        const { colour, ruleSetCode, ruleSetNumber, ...who } = byHand;
        const lamp = rememberedLamp({ colour, reasons: [] }, before, month === 1);
        found.push({ unit: unit.unit, month, ruleSetCode, ruleSetNumber, ...lamp, facts: {}, byHand: who });
        before = lamp;
      }
      if (told) before = told;
    }
    return found;
  });
}

function curveOf({ adds }: LampYear, { target, plan, earlier }: LampUnit, byEarlierYears: boolean): YearCurve | null {
  if (target === null) return null;
  const last = earlier[0]?.ends.at(-1) ?? null;
  return yearCurve({ adds, target: Number(target), plan, last, earlier }, byEarlierYears);
}

/** Growth in percent, of a rate in percentage points, its sign turned where less is better; null where there is none. */
function growthIn({ measure, direction }: LampYear, end: string | null, base: string | null): number | null {
  if (end === null || base === null || (direction !== 'higher' && direction !== 'lower')) return null;
  const [now, then] = [Number(end), Number(base)];
  const sign = direction === 'lower' ? -1 : 1;
  if (measure === 'rate') return (now - then) * sign;
  return measure === 'amount' && then > 0 ? (now / then - 1) * 100 * sign : null;
}

function plannedGrowth(of: LampYear, { target, earlier }: LampUnit): number | null {
  const last = earlier[0]?.ends.at(-1) ?? null;
  return last === null ? null : growthIn(of, target, `${last}`);
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < 2 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The months up to this one in a row in which something was expected and the value still stood where the year began. */
function monthsLate(curve: YearCurve, { ends }: LampUnit, month: number): number {
  let late = 0;
  for (let at = month - 1; at >= 0; at -= 1) {
    const end = ends[at] ?? null;
    if ((curve.shares[at] ?? 0) === 0 || end === null || Number(end) !== curve.start) break;
    late += 1;
  }
  return late;
}

function storedFacts(facts: LampFacts, actual: number, curve: YearCurve | null, month: number): StoredFacts {
  const known: Record<string, number> = {};
  for (const [fact, value] of Object.entries(facts)) if (value !== null) known[fact] = value;
  const expected = curve?.values[month - 1];
  return Object.assign(known, { actual }, curve && expected !== undefined ? { expected, target: curve.target } : null);
}
