import * as z from 'zod';
import { parsePeriod, periodCode, periodDays } from '@/lib/catalogue/periods/period';
import type { Basis } from '@/lib/catalogue/words';
import { vintages } from '@/lib/observations/words';
import { printable, printableLines, unturned } from '@/lib/printable';
import { keyOf } from '@/lib/reporting/figure-key';
import { type FigureKey, reviewLevels } from '@/lib/reporting/words';

/** Text without the marks that turn the direction of writing, which nobody sees and which would turn the rest of a page. */
const text = () => z.string().overwrite(unturned).trim();
/** One line of text. */
export const line = (least: number, most: number) => text().min(least).max(most).regex(printable);
/** Several lines; control characters other than line breaks and tabs are refused. */
export const lines = (least: number, most: number) => text().min(least).max(most).regex(printableLines);

export const Code = z.string().regex(/^[\w.-]{1,64}$/);
export const CollectionId = z.string().regex(/^[\w-]{1,64}$/);
/** Years that both the database and people's calendars accept. */
const isOfOurTime = (year: number) => year >= 1949 && year <= 2199;
export const PeriodCode = z.string().refine((code) => isOfOurTime(parsePeriod(code)?.year ?? 0));
export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const Day = z.iso.date().refine((day) => isOfOurTime(Number(day.slice(0, 4))));
/** A reason that another person will read. */
export const Reason = lines(2, 300);

/** The terms of a collection besides its items and units. */
export const CollectionTerms = z.strictObject({
  title: line(2, 80),
  opensOn: Day,
  dueOn: Day,
  dueTime: Time,
  graceDays: z.int().min(0).max(60),
  reviewChain: z.array(z.enum(reviewLevels)).min(1).max(2).transform(chainOf),
  vintage: z.enum(vintages),
  instructions: lines(0, 2000),
  /** 表号 and 制定机关, which a statistical form has at its right top; empty for none. */
  formNumber: line(0, 40).default(''),
  issuedBy: line(0, 60).default(''),
});
export type CollectionTerms = z.infer<typeof CollectionTerms>;

/** A minute of a day in Shanghai, which has no summer time. */
export function momentOf(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** The moments of a collection; null when it would be due before it opens. */
export function timesOf(
  terms: Pick<CollectionTerms, 'opensOn' | 'dueOn' | 'dueTime' | 'graceDays'>,
): { opensAt: Date; dueAt: Date; graceUntil: Date } | null {
  const opensAt = momentOf(terms.opensOn, '00:00');
  const dueAt = momentOf(terms.dueOn, terms.dueTime);
  if (dueAt <= opensAt) return null;
  return { opensAt, dueAt, graceUntil: new Date(dueAt.getTime() + terms.graceDays * 86_400_000) };
}

/** The chosen review levels in their fixed order, each once. */
export function chainOf(asked: readonly string[]): (typeof reviewLevels)[number][] {
  return reviewLevels.filter((level) => asked.includes(level));
}

/**
 * The period of an item in a collection of `period`: the period itself, or the year to date up to its end. Null where
 * the year to date equals the period, as for a year, or where the period is no part of a year.
 */
export function itemPeriod(period: string, basis: 'current' | 'yearToDate'): string | null {
  if (basis === 'current') return period;
  const parsed = parsePeriod(period);
  if (!parsed || parsed.kind === 'undated' || parsed.kind === 'year' || parsed.kind === 'yearToDate') return null;
  return periodCode('yearToDate', parsed.year, Number(periodDays(parsed)?.endsOn.slice(5, 7)));
}

/**
 * The items of a collection of `period`, each figure once. Where the year to date equals the period, the period itself
 * is asked for: 1—2月 and a whole year are their own year to date.
 */
export function itemsFor(
  period: string,
  asked: readonly {
    readonly indicatorCode: string;
    readonly basis: 'current' | 'yearToDate';
    readonly isRequired: boolean;
  }[],
): (FigureKey & { readonly isRequired: boolean })[] {
  const items = new Map<string, FigureKey & { isRequired: boolean }>();
  for (const { indicatorCode, basis, isRequired } of asked) {
    const item = { indicatorCode, periodCode: itemPeriod(period, basis) ?? period };
    const before = items.get(keyOf(item));
    items.set(keyOf(item), { ...item, isRequired: isRequired || (before?.isRequired ?? false) });
  }
  return [...items.values()];
}

/** The default basis of an indicator in a collection: the year to date for cumulative indicators. */
export function usualBasis(basis: Basis): 'current' | 'yearToDate' {
  return basis === 'yearToDate' ? 'yearToDate' : 'current';
}

/**
 * Whether a figure may be asked for in a collection of `period`: its period is the same, or the year to date to its
 * end.
 */
export function belongsTo(period: string, item: FigureKey): boolean {
  return item.periodCode === period || item.periodCode === itemPeriod(period, 'yearToDate');
}
