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
  const known = new Map(names.indicators.map((one) => [one.code, one]));
  const faultOf = (code: string) => {
    const found = known.get(code);
    if (found?.isComputed) return 'computed' as const;
    return found?.isInReach === false ? ('notResponsible' as const) : null;
  };
  const refused = applied.figures.flatMap(({ indicatorCode, address }) => {
    const fault = faultOf(indicatorCode);
    return fault ? [mappingFinding(fault, address, { text: known.get(indicatorCode)?.nameZh ?? indicatorCode })] : [];
  });
  if (refused.length === 0) return applied;
  return {
    ...applied,
    figures: applied.figures.filter(({ indicatorCode }) => faultOf(indicatorCode) === null),
    refused: [...applied.refused, ...refused],
  };
}
