import * as z from 'zod';
import { longest } from '@/lib/observations/cited/words';
import { vintages } from '@/lib/observations/words';
import { printable, printableLines } from '@/lib/printable';
import { Code, Decimal, Period } from '@/lib/publishing/api/schemas';
import { mostCited, mostDrafted } from '@/lib/publishing/api/words';
import { longestEntry } from '@/lib/reporting/words';

const line = (most: number) => z.string().max(most).regex(printable);
const lines = (most: number) => z.string().max(most).regex(printableLines);

/** A figure of a draft: a decimal, one of the words for none, or empty; what is left out is empty afterwards. */
const DraftFigure = z.strictObject({
  indicator: Code,
  period: Period,
  value: z
    .string()
    .max(longestEntry.typed)
    .regex(/^(-?\d+(\.\d+)?|未报|不适用|—)?$/),
  reported_yoy: Decimal.max(longestEntry.typedYoy).or(z.literal('')).default(''),
  note: lines(longestEntry.note).default(''),
  source_text: lines(longestEntry.sourceText).default(''),
  explanation: lines(longestEntry.explanation).default(''),
  version: z.int().min(0).default(0),
});

/** Figures for the draft of a unit in an open collection, as its entry form takes them. */
export const DraftBody = z.strictObject({
  as: z.literal('draft'),
  collection: Code,
  unit: Code,
  figures: z.array(DraftFigure).min(1).max(mostDrafted),
});

/** A figure as a document prints it; `revision` is that of the shown figure which it corrects. */
const CitedFigure = z.strictObject({
  indicator: Code,
  unit: Code,
  period: Period,
  value: line(longest.printed).min(1),
  vintage: z.enum(vintages),
  reported_yoy: line(longest.yoy).default(''),
  locator: line(longest.locator).default(''),
  quote: lines(longest.quote).default(''),
  note: lines(longest.note).default(''),
  reason: lines(300).default(''),
  revision: z.int().min(1).optional(),
});

/** Figures of a document, which wait for a second person. */
export const CitedBody = z.strictObject({
  as: z.literal('cited'),
  source: Code,
  figures: z.array(CitedFigure).min(1).max(mostCited),
});

export const FiguresBody = z.discriminatedUnion('as', [DraftBody, CitedBody]);
export type FiguresBody = z.output<typeof FiguresBody>;

/** What was written: of a figure in a draft its version by now, of a cited one the id under which it waits. */
export const FiguresWritten = z.strictObject({
  data: z.array(
    z.strictObject({
      indicator: z.string(),
      unit: z.string(),
      period: z.string(),
      version: z.int().nullable(),
      id: z.string().nullable(),
    }),
  ),
});
export type FiguresWritten = z.infer<typeof FiguresWritten>;
