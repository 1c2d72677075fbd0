import * as z from 'zod';
import { runStates } from '@/lib/assessment/words';
import { bases, directions, frequencies, measures, unitKinds } from '@/lib/catalogue/words';
import { followUpStates } from '@/lib/monitoring/follow-ups/words';
import { lampColours } from '@/lib/monitoring/lamps/words';
import { taskStates } from '@/lib/monitoring/task-lists/words';
import { qualifiers, vintages } from '@/lib/observations/words';
import { mostRows, taskChoices, taskKinds, usualRows } from '@/lib/publishing/api/words';

export const Code = z.string().regex(/^[\w.-]{1,64}$/);
/** A dated period, as `parsePeriod` reads it. */
export const Period = z.string().regex(/^[1-9]\d{3}(-(H[12]|Q[1-4]|(M|YTD)(0[1-9]|1[0-2])))?$/);
const Day = z.iso.date();
const Moment = z.iso.datetime();
/** A moment that is asked for; the database knows no year 0. */
const AskedMoment = z.iso.datetime({ offset: true }).refine((text) => !text.startsWith('0'));
/** A number as a decimal text, so that no reader rounds it. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

const paging = {
  limit: z.int().min(1).max(mostRows).default(usualRows),
  cursor: z
    .string()
    .regex(/^[\w-]{1,2000}$/)
    .optional(),
};

export const ListParameters = z.strictObject(paging);
export const FigureParameters = z.strictObject({
  indicator: Code.optional(),
  unit: Code.optional(),
  period_from: Period.optional(),
  period_to: Period.optional(),
  as_of: AskedMoment.optional(),
  format: z.enum(['json', 'csv', 'sdmx-csv']).optional(),
  ...paging,
});
export const ChangeParameters = z.strictObject({
  since: AskedMoment,
  indicator: Code.optional(),
  unit: Code.optional(),
  ...paging,
});
export const RankingParameters = z.strictObject({ scheme: Code.optional(), period: Period.optional(), ...paging });

export const LampParameters = z.strictObject({
  indicator: Code.optional(),
  unit: Code.optional(),
  period_from: Period.optional(),
  period_to: Period.optional(),
  ...paging,
});
export const TaskParameters = z.strictObject({
  unit: Code.optional(),
  kind: z.enum(taskKinds).optional(),
  state: z.enum(taskChoices).optional(),
  ...paging,
});

const named = { code: z.string(), name_zh: z.string(), name_en: z.string() };

export const Indicator = z.strictObject({
  ...named,
  topic: z.string(),
  unit_of_measure_zh: z.string(),
  unit_of_measure_en: z.string(),
  decimals: z.int(),
  measure: z.enum(measures),
  direction: z.enum(directions),
  basis: z.enum(bases),
  frequency: z.enum(frequencies),
  growth_of: z.string().nullable(),
  retired_on: Day.nullable(),
});

export const Unit = z.strictObject({
  ...named,
  parent: z.string().nullable(),
  kind: z.enum(unitKinds),
  gb_code: z.string().nullable(),
  is_demonstration: z.boolean(),
  valid_from: Day.nullable(),
  valid_to: Day.nullable(),
});

export const Figure = z.strictObject({
  indicator: z.string(),
  unit: z.string(),
  period: z.string(),
  value: Decimal,
  decimals: z.int(),
  unit_of_measure_zh: z.string(),
  unit_of_measure_en: z.string(),
  qualifier: z.enum(qualifiers),
  qualifier_printed: z.string(),
  vintage: z.enum(vintages),
  reported_yoy: Decimal.nullable(),
  period_printed: z.string(),
  note: z.string(),
  is_demonstration: z.boolean(),
  revision: z.int(),
  recorded_at: Moment,
  source: z.strictObject({
    code: z.string(),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    locator: z.string(),
    quote: z.string(),
    withdrawn: z.string().nullable(),
  }),
});

/** A revision of a figure: what it was recorded as, or that it was withdrawn. */
export const Change = Figure.extend({ is_withdrawal: z.boolean() });

export const Ranking = z.strictObject({
  id: z.string(),
  scheme: z.string(),
  scheme_version: z.int(),
  name_zh: z.string(),
  name_en: z.string(),
  group: z.strictObject(named),
  period: z.string(),
  state: z.enum(runStates),
  is_demonstration: z.boolean(),
  units: z.int(),
  ranked: z.int(),
  published_at: Moment.nullable(),
});

export const RankedUnit = z.strictObject({
  unit: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  score: Decimal.nullable(),
  place: z.number().nullable(),
  is_tied: z.boolean(),
  is_apart: z.boolean(),
  is_provisional: z.boolean(),
  grade: z.string().nullable(),
  previous_place: z.number().nullable(),
});

/** The lamp of an indicator of a unit in a month, as it was told, or as it is where it was not told yet. */
export const Lamp = z.strictObject({
  unit: z.string(),
  indicator: z.string(),
  period: z.string(),
  colour: z.enum(lampColours).nullable(),
  word_zh: z.string(),
  word_en: z.string(),
  reason_zh: z.string(),
  reason_en: z.string(),
  red_in_row: z.int(),
  red_in_year: z.int(),
  told_at: Moment.nullable(),
  is_revised: z.boolean(),
});

/** A follow-up, or a task of the list of a unit. */
export const Task = z.strictObject({
  kind: z.enum(taskKinds),
  id: z.string(),
  title: z.string(),
  matter: z.string(),
  unit: z.string(),
  assisting: z.array(z.string()),
  indicator: z.string().nullable(),
  state: z.enum([...followUpStates, ...taskStates]),
  word_zh: z.string(),
  word_en: z.string(),
  due_on: Day,
  is_overdue: z.boolean(),
  measures: z.string(),
  updated_at: Moment,
});

const pageOf = <Row extends z.ZodType>(row: Row) => z.strictObject({ data: z.array(row), next: z.string().nullable() });

export const IndicatorPage = pageOf(Indicator);
export const UnitPage = pageOf(Unit);
export const FigurePage = pageOf(Figure);
export const ChangePage = pageOf(Change);
export const RankingPage = pageOf(Ranking);
export const LampPage = pageOf(Lamp);
export const TaskPage = pageOf(Task);
export const RankedPage = pageOf(RankedUnit).extend({ ranking: Ranking });

/** An answer without data, by RFC 9457. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(
      z.strictObject({
        field: z.string(),
        pointer: z.string().optional(),
        detail: z.string(),
        version: z.int().optional(),
      }),
    )
    .optional(),
});

export type ApiIndicator = z.infer<typeof Indicator>;
export type ApiUnit = z.infer<typeof Unit>;
export type ApiFigure = z.infer<typeof Figure>;
export type ApiChange = z.infer<typeof Change>;
export type ApiRanking = z.infer<typeof Ranking>;
export type ApiRankedUnit = z.infer<typeof RankedUnit>;
export type ApiLamp = z.infer<typeof Lamp>;
export type ApiTask = z.infer<typeof Task>;
