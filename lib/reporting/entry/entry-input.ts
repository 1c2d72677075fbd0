import * as z from 'zod';
import { Code, CollectionId, PeriodCode } from '@/lib/reporting/collections/terms';
import { longestEntry } from '@/lib/reporting/words';

const field = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\P{Cc}\n\r\t]*$/u);

/** What somebody writes of a figure, as text. Nothing in it is a number yet. */
export const FigureEntryInput = z.strictObject({
  typed: field(longestEntry.typed),
  typedYoy: field(longestEntry.typedYoy),
  note: field(longestEntry.note),
  sourceText: field(longestEntry.sourceText),
  explanation: field(longestEntry.explanation),
});

export const FigureKeyInput = z.strictObject({ indicatorCode: Code, periodCode: PeriodCode });

/** A figure at the version that somebody looked at; 0 for one of which nothing was written yet. */
export const FigureVersion = FigureKeyInput.extend({ version: z.int().min(0) });

/** A return at the version that somebody looked at. */
export const ReturnVersion = z.strictObject({ collectionId: CollectionId, version: z.int().min(0) });
