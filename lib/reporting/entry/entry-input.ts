import * as z from 'zod';
import { printableLines } from '@/lib/printable';
import { Code, CollectionId, PeriodCode } from '@/lib/reporting/collections/terms';
import { longestEntry } from '@/lib/reporting/words';

const field = (most: number) => z.string().max(most).regex(printableLines);

/** The typed fields of a figure, as text. None is parsed as a number yet. */
export const FigureEntryInput = z.strictObject({
  typed: field(longestEntry.typed),
  typedYoy: field(longestEntry.typedYoy),
  note: field(longestEntry.note),
  sourceText: field(longestEntry.sourceText),
  explanation: field(longestEntry.explanation),
});

export const FigureKeyInput = z.strictObject({ indicatorCode: Code, periodCode: PeriodCode });

/** The key of a figure with the version that was read; 0 for one never written. */
export const FigureVersion = FigureKeyInput.extend({ version: z.int().min(0) });

/** A return, by its unit too, with the version that was read. */
export const ReturnVersion = z.strictObject({ collectionId: CollectionId, unitCode: Code, version: z.int().min(0) });
