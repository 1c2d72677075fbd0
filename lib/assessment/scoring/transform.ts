import { placesAmong } from '@/lib/assessment/ranks/places-among';
import {
  figuresNamed,
  ownValue,
  parseAmount,
  targetLetters,
  targetsNamed,
} from '@/lib/assessment/schemes/atoms/amount';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { BoundPolicy, DenominatorPolicy, Note, NoteKind, PeriodRule } from '@/lib/assessment/words';
import { amountOf } from '@/lib/reporting/rules/evaluate-expression';
import { settleDifference } from '@/lib/statistics/noise';
import { quantileOf } from '@/lib/statistics/spread';
import { earlierPeriod, periodsBefore } from './earlier-periods';
import { emptyColumn, type FigureColumn, type FiguresIndex } from './figures-index';
import { type ByRule, combineByRule } from './period-rule';

/** Values by position of the unit after the transforms, NaN for none, and the notes about them. */
export type Stage = FigureColumn & {
  /** Units without a value because of a denominator of zero or less, where the scheme scores that as zero. */
  readonly zeroed: ReadonlySet<number>;
  readonly notes: ReadonlyMap<number, readonly Note[]>;
};

export type ChainSource = {
  readonly figures: FiguresIndex;
  readonly indicator: string;
  /** The units, by position. */
  readonly codes: readonly string[];
  readonly isPeer: Uint8Array;
  readonly direction: 'higher' | 'lower';
  readonly bounds: BoundPolicy;
  readonly denominator: DenominatorPolicy;
  readonly periodRule: PeriodRule;
  /** The target of a unit in the year of a period; NaN for none. */
  readonly target: (unit: number, from: 'base' | 'stretch', period: string) => number;
  /** Initial values in place of figures: scores entered by hand. */
  readonly given?: FigureColumn;
};

/** The values of an indicator after its transforms, at any period. Results are cached. */
export function chainOf(source: ChainSource, transforms: readonly Transform[]): (period: string) => Stage {
  const kept = new Map<string, Stage>();
  const at = (length: number, period: string): Stage => {
    const key = `${length} ${period}`;
    let stage = kept.get(key);
    if (!stage) {
      const last = transforms[length - 1];
      stage = last ? apply(source, last, (code) => at(length - 1, code), period) : figuresAt(source, period);
      kept.set(key, stage);
    }
    return stage;
  };
  return (period) => at(transforms.length, period);
}

const nobody: ReadonlySet<number> = new Set();
const nothing: ReadonlyMap<number, readonly Note[]> = new Map();

function figuresAt(source: ChainSource, period: string, indicator = source.indicator): Stage {
  const { figures, bounds, isPeer } = source;
  const given = indicator === source.indicator ? source.given : undefined;
  const column: FigureColumn & { notes?: ByRule['notes'] } =
    given ??
    (source.periodRule === 'asRun'
      ? (figures(indicator, period) ?? emptyColumn(isPeer.length))
      : combineByRule(source.periodRule, period, isPeer.length, (code) => figures(indicator, code)));
  const taken = column.notes ?? nothing;
  if (bounds === 'asNumber' || !column.isBound.includes(1)) return { ...column, zeroed: nobody, notes: taken };
  const notes = new Map<number, readonly Note[]>(taken);
  const values = column.values.map((value, unit) => {
    if (!column.isBound[unit]) return value;
    notes.set(unit, [{ kind: 'boundAsMissing', values: { value } }]);
    return Number.NaN;
  });
  return { values, isBound: new Uint8Array(values.length), zeroed: nobody, notes };
}

function apply(source: ChainSource, transform: Transform, before: (period: string) => Stage, period: string): Stage {
  const own = before(period);
  switch (transform.kind) {
    case 'log':
      return mapStage(own, (x, note) => {
        if (x <= 0) return note('logOfNonPositive', { value: x });
        return transform.base === '10' ? Math.log10(x) : Math.log(x);
      });
    case 'ratio': {
      const under = figuresAt(source, period, transform.indicator);
      return combineStages(source, own, under, 'denominator', (x, base) => (x / base) * transform.factor);
    }
    case 'expression':
      return applyFormula(source, transform, before, period);
    case 'growth':
      return combineStages(source, own, earlier(before, period, transform.against, own), 'noPercentage', (x, base) => {
        return settleDifference((x / base - 1) * 100, Math.max(Math.abs(x / base), 1) * 100);
      });
    case 'change':
      return combineStages(source, own, earlier(before, period, transform.against, own), null, (x, base) =>
        settleDifference(x - base, Math.max(Math.abs(x), Math.abs(base))),
      );
    case 'average': {
      const codes = periodsBefore(period, transform.against, transform.periods - 1);
      if (codes.length < transform.periods - 1) return { ...own, ...emptyColumn(own.values.length) };
      return codes
        .map(before)
        .reduce(
          (sum, stage, at) =>
            combineStages(source, sum, stage, null, (x, y) =>
              at === codes.length - 1 ? (x + y) / transform.periods : x + y,
            ),
          own,
        );
    }
    case 'rank': {
      const { places } = placesAmong(own.values, source.isPeer, source.direction, 'best');
      return { ...own, values: places };
    }
    case 'winsorise': {
      const among = [...own.values].filter((x, unit) => !Number.isNaN(x) && source.isPeer[unit] === 1);
      if (among.length === 0) return own;
      const ascending = Float64Array.from(among).sort();
      const [low, high] = [quantileOf([...ascending], transform.low), quantileOf([...ascending], transform.high)];
      return mapStage(own, (x, note) => {
        const held = Math.min(Math.max(x, low), high);
        if (held !== x) note('winsorised', { from: x, to: held });
        return held;
      });
    }
  }
}

/**
 * A formula over the values, the targets and other figures of the unit; without one of them there is no value. A target
 * that alone is missing is noted, since the office and not the unit left it out.
 */
function applyFormula(
  source: ChainSource,
  { text, factors }: Extract<Transform, { kind: 'expression' }>,
  before: (period: string) => Stage,
  period: string,
): Stage {
  const formula = parseAmount(text);
  const targets = targetsNamed(text);
  const factorOf = new Map(factors.map(({ unit, factor }) => [unit, factor]));
  const own = before(period);
  const stages = new Map<string, Stage>();
  for (const { code, at } of figuresNamed(text)) {
    const when = at === 'now' ? period : earlierPeriod(period, at);
    if (when === null) continue;
    stages.set(`${code} ${at}`, code === ownValue ? before(when) : figuresAt(source, when, code));
  }
  const [values, isBound, notes] = [own.values.slice(), own.isBound.slice(), new Map(own.notes)];
  source.codes.forEach((code, unit) => {
    for (const stage of stages.values()) if (stage.isBound[unit]) isBound[unit] = 1;
    // The noise of the formula is that of its greatest figure.
    let size = 0;
    const figureOf = (stage: string) => stages.get(stage)?.values[unit] ?? Number.NaN;
    const amount = amountOf(formula, (named, at) => {
      const from = targetLetters[named];
      const value = from ? source.target(unit, from, period) : figureOf(`${named} ${at}`);
      if (Number.isNaN(value)) return null;
      size = Math.max(size, Math.abs(value));
      return value;
    });
    const lacksTarget = targets.some((from) => Number.isNaN(source.target(unit, from, period)));
    if (lacksTarget && ![...stages.keys()].some((stage) => Number.isNaN(figureOf(stage)))) {
      notes.set(unit, [...(notes.get(unit) ?? []), { kind: 'noTarget' }]);
    }
    const factor = factorOf.get(code) ?? 1;
    values[unit] =
      amount === null ? Number.NaN : finiteOrNone(settleDifference(amount * factor, Math.max(size, Math.abs(amount))));
    if (factor !== 1 && amount !== null)
      notes.set(unit, [...(notes.get(unit) ?? []), { kind: 'unitFactor', values: { factor } }]);
  });
  return { values, isBound, zeroed: own.zeroed, notes };
}

function earlier(before: (period: string) => Stage, period: string, to: 'yearEarlier' | 'previous', own: Stage): Stage {
  const code = earlierPeriod(period, to);
  return code === null ? { ...emptyColumn(own.values.length), zeroed: nobody, notes: nothing } : before(code);
}

type Noted = (kind: NoteKind, values: Record<string, number>) => number;

function mapStage(own: Stage, compute: (x: number, note: Noted) => number): Stage {
  const notes = new Map(own.notes);
  const values = own.values.map((x, unit) => {
    if (Number.isNaN(x)) return x;
    return finiteOrNone(
      compute(x, (kind, numbers) => {
        notes.set(unit, [...(notes.get(unit) ?? []), { kind, values: numbers }]);
        return Number.NaN;
      }),
    );
  });
  return { ...own, values, notes };
}

/** Combines two columns; with a `kind` the second is a denominator, which must be above zero. */
function combineStages(
  { denominator }: ChainSource,
  own: Stage,
  other: Stage,
  kind: NoteKind | null,
  combine: (x: number, base: number) => number,
): Stage {
  const notes = new Map(own.notes);
  const zeroed = new Set([...own.zeroed, ...other.zeroed]);
  const values = own.values.map((x, unit) => {
    const base = other.values[unit] ?? Number.NaN;
    if (Number.isNaN(x)) return Number.NaN;
    if (Number.isNaN(base)) {
      const why = other.notes.get(unit);
      if (why) notes.set(unit, [...(notes.get(unit) ?? []), ...why]);
      return Number.NaN;
    }
    if (kind === null || base > 0) return finiteOrNone(combine(x, base));
    notes.set(unit, [
      ...(notes.get(unit) ?? []),
      { kind, values: kind === 'denominator' ? { value: base } : { value: x, base } },
    ]);
    if (denominator === 'zero') zeroed.add(unit);
    return Number.NaN;
  });
  const isBound = own.isBound.map((bound, unit) => (bound || other.isBound[unit] ? 1 : 0));
  return { values, isBound, zeroed, notes };
}

/** NaN for a value that overflows. */
function finiteOrNone(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
