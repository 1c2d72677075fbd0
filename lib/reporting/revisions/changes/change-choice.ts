import * as z from 'zod';
import { endOfMinute, momentIn, startOfDay, writtenMoment } from '@/lib/i18n/moments';
import { withQuery } from '@/lib/paths';
import { changeKinds, mostPages } from '@/lib/reporting/revisions/words';

export const ranges = ['today', 'week', 'month'] as const;
export type Range = (typeof ranges)[number];

const text = z
  .string()
  .transform((value) => value.replace(/\p{Cc}/gu, ' ').trim())
  .pipe(z.string().max(80))
  .catch('');

/** The parameters in the address of the list; moments as in form fields. */
export const ChangeAddress = z.object({
  range: z.enum(ranges).catch('week'),
  since: text,
  until: text,
  indicator: text,
  unit: text,
  group: text,
  kind: z.enum(changeKinds).catch('all'),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform((value) => Math.min(Number(value), mostPages))
    .catch(1),
});
export type ChangeAddress = z.infer<typeof ChangeAddress>;

/** The parameters of an address without empty ones; `more` overrides them. */
export function changeQuery(
  { range, since, until, indicator, unit, group, kind }: ChangeAddress,
  more: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const defaults = { range: range === 'week' ? '' : range, kind: kind === 'all' ? '' : kind };
  const asked = { ...defaults, since, until, indicator, unit, group, ...more };
  return withQuery('', asked);
}

/** A range of time, and the ignored parameters of the address: a message under `revisions` with its value. */
export type Stretch = {
  readonly since: Date;
  readonly until: Date;
  /** Null for a range of the reader's own. */
  readonly range: Range | null;
  readonly ignored: readonly {
    readonly key: 'ignoredTime' | 'ignoredUntil' | 'wrongOrder';
    readonly value: string;
  }[];
};

const days = { today: 0, week: 7, month: 30 } as const;

/** The range of an address: one of the reader's own, else today or the last days until now. */
export function stretchOf({ since, until, range }: ChangeAddress, now: Date): Stretch {
  const [from, to] = [momentIn(since), endOfMinute(until)];
  const ignored: Stretch['ignored'][number][] = [];
  if (since && !from) ignored.push({ key: 'ignoredTime', value: since });
  if (until && !to) ignored.push({ key: 'ignoredUntil', value: until });
  const end = to ?? now;
  if (from && from < end) return { since: from, until: end, range: null, ignored };
  if (from) ignored.push({ key: 'wrongOrder', value: since });
  const back = new Date(end.getTime() - days[range] * 86_400_000);
  const start = range === 'today' ? startOfDay(writtenMoment(end).slice(0, 10)) : back;
  return { since: start, until: end, range, ignored };
}
