import { appliedMapping } from '@/lib/reporting/mapping/apply-mapping';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { MappingNames } from '@/lib/reporting/mapping/names';
import type { Applied, Mapping } from '@/lib/reporting/mapping/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

/** The names of the catalogue, and of each indicator whether its figures may be recorded here. */
export type MappableNames = Pick<MappingNames, 'units'> & {
  readonly indicators: readonly (MappingNames['indicators'][number] & {
    /** Whether the one who asks answers for it. */
    readonly isInReach: boolean;
    /** Whether its figures are computed by a formula and never typed. */
    readonly isComputed: boolean;
  })[];
};

/** What a sheet says under a mapping; figures that the asker may not record are refused by cell like unread ones. */
export function readMapped(sheet: FigureSheet, mapping: Mapping, names: MappableNames): Applied {
  const applied = appliedMapping(sheet, mapping, names);
  const barred = new Map(
    names.indicators.flatMap(({ code, nameZh, isInReach, isComputed }) => {
      const fault = isComputed ? ('computed' as const) : isInReach === false ? ('notResponsible' as const) : null;
      return fault ? [[code, { fault, nameZh }] as const] : [];
    }),
  );
  if (barred.size === 0) return applied;
  const refused = applied.figures.flatMap(({ indicatorCode, address }) => {
    const found = barred.get(indicatorCode);
    return found ? [mappingFinding(found.fault, address, { text: found.nameZh })] : [];
  });
  if (refused.length === 0) return applied;
  return {
    ...applied,
    figures: applied.figures.filter(({ indicatorCode }) => !barred.has(indicatorCode)),
    refused: [...applied.refused, ...refused],
  };
}
