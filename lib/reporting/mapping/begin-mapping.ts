import type { MappingNames } from '@/lib/reporting/mapping/names';
import { proposedMapping } from '@/lib/reporting/mapping/propose-mapping';
import { headsOfShape, onSheet } from '@/lib/reporting/mapping/shape';
import type { KeptMapping, Mapping } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** A kept mapping with the mark of the shape that it is for. */
export type KeptShape = { readonly id: string; readonly shape: string; readonly mapping: KeptMapping };

/** What a kept mapping says of a sheet of its shape; null for a sheet of another one. */
export function asKept(sheet: FigureSheet, { shape, mapping }: Omit<KeptShape, 'id'>): Mapping | null {
  const heads = headsOfShape(sheet, mapping, shape);
  return heads && onSheet(sheet, mapping, heads);
}

/** The mapping with which the work on a sheet begins: the first kept one of its shape, else what is proposed. */
export function begunMapping(
  sheet: FigureSheet,
  { kept, ...asked }: { kept: readonly KeptShape[]; names: MappingNames; ownUnit: string | null },
): { mapping: Mapping; keptId: string | null } {
  for (const one of kept) {
    const mapping = asKept(sheet, one);
    if (mapping) return { mapping, keptId: one.id };
  }
  return { mapping: proposedMapping(sheet, asked), keptId: null };
}
