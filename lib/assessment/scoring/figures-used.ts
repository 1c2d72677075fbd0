import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { earlierOf } from '@/lib/assessment/methods/facts';
import { figuresNamed, ownValue } from '@/lib/assessment/schemes/atoms/amount';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { carryPeriods, earlierPeriod, periodsBefore } from './earlier-periods';
import { periodsRead } from './period-rule';

export type FigureUse = { readonly indicator: string; readonly period: string };

/**
 * The distinct figures that an assessment of that period reads, in the order of the scheme. Others need not be frozen.
 */
export function figuresUsed(scheme: Pick<Scheme, 'root' | 'missing'>, period: string): FigureUse[] {
  const uses = new Map<string, FigureUse>();
  for (const item of itemsOf(scheme)) {
    for (const use of figuresOfItem(item, period, item.missing ?? scheme.missing)) {
      uses.set(`${use.indicator} ${use.period}`, use);
    }
  }
  return [...uses.values()];
}

/** The figures that one item reads, those of the period itself first. Carried ones only where its policy says so. */
export function figuresOfItem(
  item: Pick<SchemeItem, 'indicator' | 'transforms' | 'method' | 'periodRule'>,
  period: string,
  missing: Scheme['missing'],
): FigureUse[] {
  const { indicator, transforms, method, periodRule } = item;
  if (indicator === null) return [];
  const periods = missing === 'carryLast' ? [period, ...carryPeriods(period)] : [period];
  const parts = isBlend(method)
    ? method.parts.map((part) => ({ transforms: [...transforms, ...part.transforms], method: part.method }))
    : [{ transforms, method }];
  const uses = periods.flatMap((one) =>
    parts.flatMap((part) => {
      const base = earlierOf(part.method);
      const codes = base === null ? [one] : [one, earlierPeriod(one, base)];
      return codes.flatMap((code) => (code === null ? [] : readBy(indicator, part.transforms, code)));
    }),
  );
  return uses.flatMap((use) => periodsRead(periodRule, use.period).map((period) => ({ ...use, period })));
}

function readBy(indicator: string, transforms: readonly Transform[], period: string): FigureUse[] {
  const last = transforms.at(-1);
  if (!last) return [{ indicator, period }];
  const before = transforms.slice(0, -1);
  const own = readBy(indicator, before, period);
  const at = (code: string) => readBy(indicator, before, code);
  switch (last.kind) {
    case 'ratio':
      return [...own, { indicator: last.indicator, period }];
    case 'expression':
      return figuresNamed(last.text).flatMap(({ code, at: moment }) => {
        const when = moment === 'now' ? period : earlierPeriod(period, moment);
        if (when === null) return [];
        return code === ownValue ? at(when) : [{ indicator: code, period: when }];
      });
    case 'growth':
    case 'change': {
      const earlier = earlierPeriod(period, last.against);
      return earlier === null ? own : [...own, ...at(earlier)];
    }
    case 'average':
      return [...own, ...periodsBefore(period, last.against, last.periods - 1).flatMap(at)];
    default:
      return own;
  }
}
