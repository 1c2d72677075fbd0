import { bareUnit, type Stated } from '@/lib/reporting/import/sheet-heads';
import { finding } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { normalText, unitsOf } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit, unitPower } from '@/lib/reporting/reading/unit-scale';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** The unit of measure that a sheet states for a figure, where it is another than the indicator's. */
export type OtherUnit = { readonly unit: string; readonly cell: string };

/** The places of a sheet that state a unit for one figure: its own cells and the heading, and lines above the table. */
export type StatedUnits = { readonly near: readonly Stated[]; readonly lines: readonly Stated[] };

type Indicator = Pick<CheckedIndicator, 'unitZh' | 'unitEn'>;
export const ownUnits = ({ unitZh, unitEn }: Indicator) => ({ ownZh: unitZh, ownEn: unitEn });

/**
 * The unit in which a figure is written: null for the indicator's own or none stated, or a finding in the figure's cell
 * where it does not convert or two places disagree. Of several units in a line the one that converts counts.
 */
export function statedUnit(
  { near, lines }: StatedUnits,
  indicator: Indicator,
  address: string,
): OtherUnit | StagedFinding | null {
  const [unitZh, unitEn] = unitsOf(indicator);
  const own = { unitZh, unitEn };
  const powers = (stated: Stated) =>
    stated.units.flatMap((unit) => {
      const power = unitPower(normalText(unit), own);
      return power === null ? [] : [{ unit, power, cell: stated.address }];
    });
  const all = [...near, ...lines];
  const isConvertible = (stated: Stated) => powers(stated).length > 0;
  // Each place near the figure has to convert, and of the lines, which are about all figures, one.
  const [other] = near.length > 0 ? near.filter((one) => !isConvertible(one)) : lines.some(isConvertible) ? [] : lines;
  if (other) {
    const details = { cell: other.address, unit: other.units.join('、'), ...ownUnits(indicator) };
    const isUnknown = other.isOfColumn && !other.units.some((unit) => isKnownUnit(bareUnit(unit)));
    return finding('mandatory', isUnknown ? 'measureUnknown' : 'measureOther', address, details);
  }
  const found = all.flatMap(powers);
  const [first] = found;
  if (!first) return null;
  if (found.some(({ power }) => power !== first.power)) {
    const details = {
      cells: [...new Set(found.map(({ cell }) => cell))].join('、'),
      units: [...new Set(found.map(({ unit }) => unit))].join('、'),
    };
    return finding('mandatory', 'measuresDiffer', address, details);
  }
  return first.power === 0 ? null : { unit: first.unit, cell: first.cell };
}
