import type * as z from 'zod';
import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import type { FaultKey, ParameterFault } from '@/lib/publishing/api/words';

/** What is said of a parameter that is not of its shape. */
const shapes: Readonly<Record<string, FaultKey>> = {
  indicator: 'code',
  unit: 'code',
  scheme: 'code',
  period: 'period',
  period_from: 'period',
  period_to: 'period',
  as_of: 'moment',
  since: 'since',
  limit: 'limit',
  cursor: 'cursor',
  format: 'format',
  kind: 'kind',
  state: 'state',
};

export type ReadParameters<Schema extends z.ZodObject> =
  | { readonly parameters: z.output<Schema> }
  | { readonly faults: readonly ParameterFault[] };

/** The parameters of an address, or every fault in them: one of another shape, unknown, or given twice. */
export function readParameters<Schema extends z.ZodObject>(
  schema: Schema,
  asked: URLSearchParams,
  now: Date,
): ReadParameters<Schema> {
  const names = [...new Set(asked.keys())];
  const faults = names.flatMap((field): ParameterFault[] => {
    if (!Object.hasOwn(schema.shape, field)) return [{ field, key: 'unknown' }];
    return asked.getAll(field).length > 1 ? [{ field, key: 'twice' }] : [];
  });
  const faulty = new Set(faults.map(({ field }) => field));
  const given = names
    .filter((name) => !faulty.has(name))
    .map((name) => [name, givenValue(name, asked.get(name) ?? '')]);
  const read = schema.safeParse(Object.fromEntries(given));
  const misshapen = new Set(read.error?.issues.map(({ path }) => String(path[0])));
  for (const field of misshapen) faults.push({ field, key: shapes[field] ?? 'code' });
  const together = read.success ? faultsBetween(read.data, now) : [];
  const all = [...faults, ...together];
  return read.success && all.length === 0 ? { parameters: read.data } : { faults: all };
}

/** The number of a limit; anything else stays a text, which is none. */
const givenValue = (name: string, text: string) => (name === 'limit' && /^\d{1,9}$/.test(text) ? Number(text) : text);

function faultsBetween(parameters: Readonly<Record<string, unknown>>, now: Date): ParameterFault[] {
  const { period_from: from, period_to: to, as_of: at } = parameters;
  const faults: ParameterFault[] = [];
  const [first, last] = [daysOf(from)?.startsOn, daysOf(to)?.endsOn];
  if (first && last && first > last) faults.push({ field: 'period_to', key: 'order' });
  for (const [field, moment] of Object.entries({ as_of: at, since: parameters.since })) {
    if (typeof moment === 'string' && new Date(moment) > now) faults.push({ field, key: 'future' });
  }
  return faults;
}

/** The days of a period that is asked for. */
export function daysOf(code: unknown): { startsOn: string; endsOn: string } | null {
  const period = typeof code === 'string' ? parsePeriod(code) : null;
  return period && periodDays(period);
}
