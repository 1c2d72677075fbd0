import { takenBy } from '@/lib/assessment/methods/facts';
import { type Outcome, type Peers, peersForExtremes } from '@/lib/assessment/methods/kit/peers';
import { roomOf } from '@/lib/assessment/methods/rooms';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { meanOf } from '@/lib/statistics/spread';
import { carryPeriods, earlierPeriod } from './earlier-periods';
import { emptyColumn, type FigureColumn } from './figures-index';
import type { Prepared } from './prepare';
import { type ChainSource, chainOf, type Stage } from './transform';
import type { ItemBasis } from './words';

/**
 * The outcome of a method for a unit's figure. All fields are always present, for speed: there is one per unit and
 * item.
 */
export type PartOutcome = {
  readonly value: number | null;
  readonly transformed: number | null;
  readonly share: number | null;
  readonly isLeftOut: boolean;
  readonly terms: Outcome['terms'];
  readonly notes: Outcome['notes'];
};
export type ScoredPart = { readonly basis: ItemBasis; readonly of: (unit: number) => PartOutcome };

/** Applies one method to the figures of an item, before the policies for missing scores. */
export function scorePart(
  prepared: Prepared,
  item: SchemeItem,
  transforms: readonly Transform[],
  method: PlainMethod,
  isPeer: Uint8Array,
): ScoredPart {
  const { scheme, period, codes } = prepared;
  const source = sourceOf(prepared, item, isPeer);
  const { direction, given } = source;
  const chain = chainOf(source, transforms);
  const raw = transforms.length === 0 ? chain : chainOf(source, []);
  const carries = prepared.deadlinePassed && (item.missing ?? scheme.missing) === 'carryLast' && given === undefined;
  const now = carries
    ? carryForward(chain, raw, period)
    : { stage: chain(period), raw: raw(period).values, from: null };
  const { stage } = now;
  const peers: Peers = {
    codes,
    x: stage.values,
    isPeer,
    isBound: stage.isBound,
    // After a transform to ranks, less is better.
    better: transforms.some(({ kind }) => kind === 'rank') ? 'lower' : direction,
    weight: item.weight,
    policies: scheme,
    earlier: (against) => {
      const code = earlierPeriod(period, against);
      return code === null ? emptyColumn(codes.length).values : chain(code).values;
    },
    target: (unit, from) => (item.indicator === null ? Number.NaN : prepared.target(item.indicator, unit, from)),
    entries: (unit, kind) => prepared.entries(unit, item.key).filter((entry) => entry.kind === kind),
  };
  const { basis, of, usesExtremes } = roomOf(method).prepare(method, peers);
  const amongExtremes = usesExtremes && stage.isBound.includes(1) ? new Set(peersForExtremes(peers)) : null;
  const byEntries = takenBy(method) !== 'figure';
  return {
    basis,
    of: (unit) => {
      const x = stage.values[unit] ?? Number.NaN;
      const isAbsent = Number.isNaN(x);
      const reported = now.raw[unit] ?? Number.NaN;
      const before = notesBefore(unit, stage, now.from, amongExtremes, isPeer);
      const outcome = isAbsent && !byEntries ? (stage.zeroed.has(unit) ? nothing : unscored) : of(unit, x);
      return {
        value: Number.isNaN(reported) ? null : reported,
        transformed: isAbsent ? null : x,
        share: outcome.share,
        isLeftOut: outcome.isLeftOut === true,
        terms: outcome.terms,
        notes: before === none ? outcome.notes : [...before, ...(outcome.notes ?? [])],
      };
    },
  };
}

/** What the transforms of an item work on. */
export function sourceOf(prepared: Prepared, item: SchemeItem, isPeer: Uint8Array): ChainSource {
  const { scheme, codes, figures } = prepared;
  const year = parsePeriod(prepared.period)?.year;
  return {
    ...{ figures, codes, isPeer, bounds: scheme.bounds, denominator: scheme.denominator },
    indicator: item.indicator ?? '',
    direction: item.direction === 'lower' ? 'lower' : 'higher',
    periodRule: item.periodRule,
    // The targets are those of the run's year.
    target: (unit, from, period) =>
      item.indicator === null || parsePeriod(period)?.year !== year
        ? Number.NaN
        : prepared.target(item.indicator, unit, from),
    ...(item.indicator === null && { given: enteredScores(prepared, item.key) }),
  };
}

const nothing: Outcome = { share: 0 };
const unscored: Outcome = { share: null };

/** Notes about a value before its method. */
function notesBefore(
  unit: number,
  stage: Stage,
  from: ReadonlyMap<number, string> | null,
  amongExtremes: ReadonlySet<number> | null,
  isPeer: Uint8Array,
): readonly Note[] {
  const carriedFrom = from?.get(unit);
  const befell = stage.notes.get(unit);
  if (!stage.isBound[unit] && carriedFrom === undefined && befell === undefined) return none;
  const x = stage.values[unit] ?? Number.NaN;
  const notes: Note[] = [...(befell ?? [])];
  if (carriedFrom !== undefined) notes.push({ kind: 'missingCarried', values: { period: carriedFrom } });
  if (stage.isBound[unit] && !Number.isNaN(x)) {
    notes.push({ kind: 'boundAsNumber', values: { value: x } });
    if (amongExtremes && isPeer[unit] && !amongExtremes.has(unit)) notes.push({ kind: 'boundOutsidePeers' });
  }
  return notes.length > 0 ? notes : none;
}

const none: readonly Note[] = [];

/** Fills gaps with the latest earlier value of the unit, transforms included. */
function carryForward(chain: (period: string) => Stage, raw: (period: string) => Stage, period: string) {
  const stage = chain(period);
  const values = stage.values.slice();
  const isBound = stage.isBound.slice();
  const reported = raw(period).values.slice();
  const from = new Map<number, string>();
  for (const code of carryPeriods(period)) {
    const earlier = chain(code);
    values.forEach((x, unit) => {
      const before = earlier.values[unit] ?? Number.NaN;
      if (!Number.isNaN(x) || Number.isNaN(before) || stage.zeroed.has(unit)) return;
      values[unit] = before;
      isBound[unit] = earlier.isBound[unit] ?? 0;
      reported[unit] = raw(code).values[unit] ?? Number.NaN;
      from.set(unit, code);
    });
  }
  return { stage: { ...stage, values, isBound }, raw: reported, from };
}

/** The scores entered by hand for an item without an indicator: the mean of several. */
function enteredScores(prepared: Prepared, item: string): FigureColumn {
  const column = emptyColumn(prepared.codes.length);
  prepared.codes.forEach((_, unit) => {
    const scores = prepared.entries(unit, item).filter(({ kind }) => kind === 'score');
    const points = scores.map((entry) => entry.points).sort((a, b) => a - b);
    if (points.length > 0) column.values[unit] = meanOf(points);
  });
  return column;
}
