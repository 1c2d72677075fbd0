import { bareUnit, unitText } from '@/lib/reporting/import/sheet-heads';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { ReadRow, UnreadCell } from '@/lib/reporting/import/unread-cells';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { normalText } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit, unitPower } from '@/lib/reporting/reading/unit-scale';
import type { CheckedIndicator } from '@/lib/reporting/words';

const bases =
  '元|美元|欧元|港元|日元|公?吨|公斤|千克|克|(?:千|兆)?瓦时|(?:千|兆)瓦|度|平方公里|平方千米|平方米|立方米|公顷|亩|公里|千米|米|人次?|户|家|个|件|辆|台|套|头|只|标准煤';
const scale = '(?:万亿|[十百千万]?[万亿]|[十百千])?';
const scaleEn = '(?:(?:1[0, ]*|\\d+ )?(?:trillion|billion|million|m|thousand)|1?[0-9],000|100 million|10 ?000)';
const unit = `(?:人民币)?(?:${scale}(?:${bases})|${scaleEn} ?(?:yuan|rmb|cny|tonnes|tons|t|kwh|kw|people|persons|us dollars))`;
const alone = new RegExp(`^(?:${unit})(?:人民币)?$`, 'i');
/** A unit at the end of a text, behind a bracket or another mark: 主要指标（万元）, 金额：万元. */
const atEnd = new RegExp(`(?:[([【][^()[\\]【】]*?[,、;: ]?|[,:;/—=-] ?|\\bin )(${unit})[)\\]】]?$`, 'i');
const named = new RegExp(`(?:单位|units?)[^\\d]{0,8}?(${unit})`, 'i');

/** The units of measure that a text states: as its whole, or at its end, or behind 单位. */
function unitsToldIn({ text, kind }: UnreadCell): readonly string[] {
  if (text.length > 200) return [];
  const plain = unitText(text).replace(/[。.;]$/, '');
  const bare = bareUnit(plain);
  if (alone.test(bare)) return [bare];
  const said = unitLines([[text]], 1).flatMap(({ units }) => units.filter(isKnownUnit));
  if (said.length > 0) return said;
  const [, behind] = named.exec(plain) ?? [];
  if (behind) return [bareUnit(behind)];
  // The heading of another column, and the words of a note, have units of their own.
  const [, last] = kind === 'line' || kind === 'over' ? (atEnd.exec(plain) ?? []) : [];
  return last ? [bareUnit(last)] : [];
}

/**
 * A unit of measure in a cell that was not read, of the same kind as that of a figure and of another scale than the one
 * the figure was read in. None for cells in `applied`, whose unit was taken, and for a figure with a unit in its own cell.
 */
export function unreadUnit(
  cell: UnreadCell,
  applied: ReadonlySet<string>,
  indicatorOf: (one: ReadRow) => CheckedIndicator | undefined,
): readonly (readonly [ReadRow, StagedFinding])[] {
  const units = applied.has(cell.address) ? [] : unitsToldIn(cell);
  if (units.length === 0) return [];
  return cell.scope.flatMap((one) => {
    const indicator = indicatorOf(one);
    const { findings, address, value } = one.staged;
    if (!indicator || value === null || findings.some(({ key }) => key === 'converted')) return [];
    const own = { unitZh: normalText(indicator.unitZh), unitEn: normalText(indicator.unitEn) };
    const read = findings.find(({ key }) => key === 'statedUnit')?.details.unit;
    const power = read === undefined ? 0 : unitPower(normalText(read), own);
    const told = units.flatMap((unit) => unitPower(normalText(unit), own) ?? []);
    if (told.length === 0 || told.includes(power ?? 0)) return [];
    const details = { cell: cell.address, text: shortText(cell.text), unit: read ?? indicator.unitZh };
    return [[one, finding('mandatory', 'unreadUnit', address, details)] as const];
  });
}
