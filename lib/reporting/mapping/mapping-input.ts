import * as z from 'zod';
import { line } from '@/lib/reporting/collections/terms';
import { sheetInput } from '@/lib/reporting/mapping/sheet-input';
import { columnUses, lineParts, mostColumns, mostNames, ownMeasure, unknownKinds } from '@/lib/reporting/mapping/words';

/** A sheet in the version that the page showed. */
export const SheetVersion = z.strictObject({ id: z.uuid(), version: z.int().min(1) });

/** The longest texts of a mapping. */
export const longestName = 100;
export const longestMeasure = 30;
const Name = line(0, longestName);
const Measure = line(0, longestMeasure);
const Row = z.int().min(1).max(20_000);

/** What a person says of one column, counted from 0; an empty text leaves it to the heads. */
export const TypedColumn = z.strictObject({
  at: z
    .int()
    .min(0)
    .max(mostColumns - 1),
  use: z.enum(columnUses),
  indicator: Name,
  unit: Name,
  period: Name,
  measure: Measure,
});
export type TypedColumn = z.output<typeof TypedColumn>;

/** What a person says of the whole sheet; an empty name leaves it to heads and columns. */
export const TypedWhole = z.strictObject({
  indicator: Name,
  unit: Name,
  period: Name,
  months: z.enum(['month', 'toDate', '']),
  /** `own` for that of the catalogue; empty where figures without a unit of measure are not read. */
  measure: Measure.or(z.literal(ownMeasure)),
  /** What the lines between the rows name: 一、税收收入. */
  lines: z.array(z.enum(lineParts)).max(lineParts.length),
  /** Whether tables below that are built like the first one are read as well. */
  below: z.enum(['read', 'left']),
});
export type TypedWhole = z.output<typeof TypedWhole>;

/** What a name of the sheet stands for, by its key; an empty name takes the decision back. */
export const TypedName = z.strictObject({
  kind: z.enum(unknownKinds),
  key: line(1, 400),
  name: Name,
});
export type TypedName = z.output<typeof TypedName>;

/** One step of the work on a mapping. */
export const MappingChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heads'), headFrom: Row, headTo: Row }),
  z.strictObject({ kind: z.literal('sheet'), sheet: sheetInput }),
  z.strictObject({ kind: z.literal('kept'), keptId: z.uuid() }),
  z.strictObject({ kind: z.literal('whole'), ...TypedWhole.shape }),
  z.strictObject({ kind: z.literal('columns'), columns: z.array(TypedColumn).min(1).max(mostColumns) }),
  z.strictObject({ kind: z.literal('names'), names: z.array(TypedName).min(1).max(mostNames) }),
]);
export type MappingChange = z.output<typeof MappingChange>;
