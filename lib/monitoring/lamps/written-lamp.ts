import { enMonths } from '@/lib/catalogue/periods/written';
import type { Direction, Measure } from '@/lib/catalogue/words';
import { unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { decimalOf, groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';
import { judgeLamp } from './judge';
import type { LampColour, LampFacts, LampReason, LampRules, StoredFacts } from './words';

/** A stored lamp with the rules that judged it. */
export type WrittenLamp = {
  readonly month: number;
  /** Null where nothing can be judged any more. */
  readonly colour: LampColour | null;
  readonly judged: LampColour | null;
  readonly redInRow: number;
  readonly redInYear: number;
  readonly facts: StoredFacts;
  readonly rules: LampRules;
  readonly setBy: string | null;
  readonly setReason: string;
};

/** What a sentence about an indicator needs to know of it. */
export type WrittenMeasure = {
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly measure: Measure;
  readonly direction: Direction;
};

/** Whether a lamp is yellow since it was red the month before and has caught up. */
export const isCaughtUp = ({ colour, judged }: Pick<WrittenLamp, 'colour' | 'judged'>): boolean =>
  colour === 'yellow' && judged === 'green';

/** A lamp in words: 红 滞后; a mark stands beside it where it is drawn. */
export function lampWord(lamp: Pick<WrittenLamp, 'colour' | 'judged'>, locale: Locale): string {
  const t = translator(locale, 'lamps');
  if (lamp.colour === null) return t('unlit');
  return `${t(`colours.${lamp.colour}`)} ${isCaughtUp(lamp) ? t('caughtUp') : t(`means.${lamp.colour}`)}`;
}

/** A value of an indicator with its own decimals. */
export const writtenValue = (value: number, { decimals }: Pick<WrittenMeasure, 'decimals'>): string =>
  groupedDecimal(decimalOf(value, decimals));

/** The reason of a lamp in a sentence with its numbers. */
export function writtenReason(lamp: WrittenLamp, of: WrittenMeasure, locale: Locale): string {
  const { gap, rest } = reasonParts(lamp, of, locale);
  return `${gap}${rest}`;
}

/** The reason of a lamp in two parts: the clause that says how far behind it is, or what else comes first, and the rest. */
export function reasonParts(lamp: WrittenLamp, of: WrittenMeasure, locale: Locale): { gap: string; rest: string } {
  const t = translator(locale, 'lamps');
  if (lamp.setBy !== null) return { gap: t('reasons.byHand', { by: lamp.setBy, reason: lamp.setReason }), rest: '' };
  if (lamp.colour === null) return { gap: t('reasons.nothing'), rest: t('reasons.stop') };
  const judged = judgeLamp(lamp.rules, factsOf(lamp.facts));
  const [first = [], ...others] = [
    ...(isCaughtUp(lamp) ? [[t('reasons.caughtUp')]] : []),
    ...(judged?.reasons ?? []).map((reason) => reasonOf(reason, lamp, of, locale)),
    ...(lamp.redInRow > 1 ? [[t('inRow', { count: lamp.redInRow })]] : []),
  ];
  const [gap = '', ...after] = first;
  const [comma, and] = [t('reasons.comma'), t('reasons.and')];
  const rest = [...after.map((clause) => `${comma}${clause}`), ...others.map((one) => `${and}${one.join(comma)}`)];
  return { gap, rest: `${rest.join('')}${t('reasons.stop')}` };
}

/** The facts as they were judged: what is not stored was not known. */
function factsOf(stored: StoredFacts): LampFacts {
  const unknown = { gapPoints: null, growth: null, plannedGrowth: null, peersGrowth: null, place: null, of: 0 };
  return { ...unknown, placeChange: null, monthsLate: null, ...stored };
}

/** The clauses of a reason, the one that says how far behind first. */
function reasonOf(reason: LampReason, lamp: WrittenLamp, of: WrittenMeasure, locale: Locale): string[] {
  const t = translator(locale, 'lamps');
  const { values, colour } = reason;
  const rule = lamp.rules.find(({ kind }) => kind === reason.rule);
  const one = (value: number) => groupedDecimal(decimalOf(value, 1));
  switch (rule?.kind) {
    case 'behindSchedule': {
      const behind = values.behind ?? 0;
      const points = one(Math.abs(behind));
      const said =
        behind > 0
          ? t('reasons.behind', { points })
          : behind < 0
            ? t('reasons.ahead', { points })
            : t('reasons.onTime');
      const line =
        colour === 'red'
          ? [t('reasons.redLine', { line: `${rule.redAbove}` })]
          : colour === 'yellow'
            ? [t('reasons.yellowLine', { line: `${rule.yellowFrom}` })]
            : [];
      return [said, ...line, ...amounts(lamp, of, locale)];
    }
    case 'growth': {
      const { growth = 0, plannedGrowth, peersGrowth } = values;
      // Better-lower indicators are judged with their sign turned; a reader is told the growth itself.
      const turned = of.direction === 'lower' ? -1 : 1;
      const isRate = of.measure === 'rate';
      const said = (value: number) => `${signedDecimal(decimalOf(value * turned, 1))}${isRate ? '' : '%'}`;
      return [
        `${t(isRate ? 'reasons.growthOf' : 'reasons.growth', { growth: said(growth) })}${turned < 0 ? t('reasons.lower') : ''}`,
        ...(colour === 'red' ? [t('reasons.worse')] : []),
        ...(plannedGrowth === undefined ? [] : [t('reasons.planned', { growth: said(plannedGrowth) })]),
        ...(peersGrowth === undefined ? [] : [t('reasons.peers', { growth: said(peersGrowth) })]),
      ];
    }
    case 'place': {
      const { place = 0, of: count = 0, placeChange } = values;
      const change =
        placeChange === undefined
          ? []
          : placeChange === 0
            ? [t('reasons.stayed')]
            : [t(placeChange > 0 ? 'reasons.rose' : 'reasons.fell', { count: `${Math.abs(placeChange)}` })];
      return [t('reasons.place', { place: `${place}`, of: `${count}` }), ...change];
    }
    case 'notStarted': {
      const { monthsLate = 0 } = values;
      return [monthsLate > 0 ? t('reasons.late', { months: monthsLate }) : t('reasons.started')];
    }
    default:
      return [];
  }
}

function amounts({ facts, month }: WrittenLamp, of: WrittenMeasure, locale: Locale): string[] {
  const { expected, actual, target } = facts;
  if (expected === undefined || actual === undefined || target === undefined) return [];
  const unit = unitBehind(of, locale);
  const text = {
    expected: writtenValue(expected, of),
    actual: writtenValue(actual, of),
    target: writtenValue(target, of),
  };
  const spaced = locale === 'en' && /^[\w(]/.test(unit) ? ` ${unit}` : unit;
  return [
    translator(locale, 'lamps')('reasons.amounts', {
      ...text,
      month: locale === 'en' ? (enMonths[month - 1] ?? '') : `${month}`,
      unit: spaced,
    }),
  ];
}
