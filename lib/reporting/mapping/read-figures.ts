import { type ReadCell, readGrowthCell, readValueCell } from '@/lib/reporting/import/read-cell';
import { finding } from '@/lib/reporting/import/staged-finding';
import { statedUnit } from '@/lib/reporting/import/stated-unit';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { type MappedFigure, ownMeasure } from '@/lib/reporting/mapping/words';
import { normalText, readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { plainText } from '@/lib/reporting/upload/plain-text';
import type { CheckedIndicator } from '@/lib/reporting/words';

export type Key = { readonly indicatorCode: string; readonly unitCode: string; readonly periodCode: string };

/** A cell read as a figure; nothing where it is one of those that say that there is none. */
export type Part<Read> = {
  readonly read: Read | null;
  readonly faults: readonly StagedFinding[];
  /** The text by which a cell says that there is no figure. */
  readonly absence?: string;
};

const isFault = ({ severity }: StagedFinding) => severity === 'mandatory';
const none = (faults: readonly StagedFinding[] = []) => ({ read: null, faults });

export type Measures = {
  /** Whether a place states one for the figure, and the unit that follows from all of them, by `statedUnit`. */
  readonly isStated: boolean;
  readonly stated: ReturnType<typeof statedUnit>;
  /** What holds where the sheet states none. */
  readonly otherwise: string | null;
};

/** A value with the unit of measure that the sheet states for it. One that states none is refused where nobody said. */
export function readValue(
  grid: Grid,
  row: number,
  column: number,
  {
    key,
    indicator,
    qualifier,
    measures,
  }: { key: Key; indicator: CheckedIndicator; qualifier: string; measures: Measures },
): Part<MappedFigure> {
  const cell = grid.cell(row, column);
  if (grid.isCovered(row, column)) {
    return grid.text(row, column).trim() === ''
      ? none()
      : none([mappingFinding('mergedFigure', cell.address, { cell: grid.address(row, column) })]);
  }
  const { isStated, otherwise } = measures;
  const isGiven = !isStated && otherwise !== null && otherwise !== ownMeasure;
  const stated = isGiven
    ? statedUnit({ near: [{ units: [otherwise], address: '' }], lines: [] }, indicator, cell.address)
    : measures.stated;
  if ((isStated || otherwise !== null) && stated === null && qualifier === '' && isPlainNumber(cell)) {
    return { read: plainReading(cell, key, hiddenIn(grid, row, column, cell.address)), faults: [] };
  }
  const value = readValueCell(cell, { text: qualifier, address: cell.address }, indicator, stated);
  const faults = value.findings.filter(isFault);
  if (faults.length > 0) return none(faults);
  const reading = readFigure(value.typed, indicator);
  if (reading.kind === 'absent') return { ...none(), absence: plainText(cell.shown ?? cell.text) };
  if (reading.kind === 'fault')
    return none([finding('mandatory', 'unreadable', cell.address, { text: value.typed, fault: reading.fault })]);
  if (!isStated && otherwise === null && !reading.isConverted && !isShare(grid, row, column))
    return none([
      mappingFinding('measureUnstated', cell.address, {
        text: value.typed,
        ownZh: indicator.unitZh,
        ownEn: indicator.unitEn,
      }),
    ]);
  const { value: number, decimals, qualifier: bound, qualifierPrinted } = reading;
  const printed = plainText(cell.shown ?? cell.text);
  const findings = [...value.findings, ...hiddenIn(grid, row, column, cell.address)];
  return {
    read: {
      ...key,
      ...{ value: number, decimals, qualifier: bound, qualifierPrinted },
      ...{ printed, typed: value.typed, address: cell.address, findings },
      ...{ yoy: null, typedYoy: '', yoyAddress: null, rank: null, rankScope: '', rankAddress: null },
      ...{ emptyYoy: null, emptyRank: null },
    },
    faults: [],
  };
}

const hiddenIn = ({ sheet: { hidden } }: Grid, row: number, column: number, address: string) => [
  ...(hidden.rows.includes(row) ? [finding('notice', 'hiddenRow', address)] : []),
  ...(hidden.columns.includes(column) ? [finding('notice', 'hiddenColumn', address)] : []),
];

/** Whether a cell is a number as it stands: without marks, displayed as it is stored, and no zero with a sign. */
const isPlainNumber = ({ text, shown, marks }: ReadCell) =>
  marks.length === 0 && shown === null && plainNumber.test(text) && !/^-[0.]+$/.test(text);
const plainNumber = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,9})?$/;

/** What `readFigure` reads of such a number in the own unit of measure; nearly all cells of a large sheet are so. */
const plainReading = ({ text, address }: ReadCell, key: Key, findings: readonly StagedFinding[]): MappedFigure => ({
  indicatorCode: key.indicatorCode,
  unitCode: key.unitCode,
  periodCode: key.periodCode,
  value: text,
  decimals: text.includes('.') ? text.length - text.indexOf('.') - 1 : 0,
  qualifier: 'exact',
  qualifierPrinted: '',
  printed: text,
  typed: text,
  yoy: null,
  typedYoy: '',
  rank: null,
  rankScope: '',
  address,
  yoyAddress: null,
  rankAddress: null,
  emptyYoy: null,
  emptyRank: null,
  findings,
});

/** A percent sign in the cell or its format says what the figure is in. */
const isShare = (grid: Grid, row: number, column: number) =>
  /[%‰]$/.test(normalText(grid.cell(row, column).shown ?? grid.text(row, column)));

export type Growth = { readonly yoy: string; readonly typed: string; readonly address: string };

const points = /百分点|points/i;

/** A published growth under a head that may state its unit. */
export function readGrowthPart(
  grid: Grid,
  row: number,
  target: ColumnTarget,
  indicator: CheckedIndicator,
): Part<Growth> {
  const cell = grid.cell(row, target.column);
  if (grid.isCovered(row, target.column)) {
    if (grid.text(row, target.column).trim() === '') return none();
    return none([mappingFinding('mergedFigure', cell.address, { cell: grid.address(row, target.column) })]);
  }
  const [first, ...others] = target.stated;
  const head = first ? { address: first.address, units: [first, ...others].flatMap(({ units }) => units) } : null;
  const { typed, findings } = readGrowthCell(cell, indicator, head);
  const faults = findings.filter(isFault);
  if (faults.length > 0) return none(faults);
  // % above the growth of a rate may be its growth or percentage points, unless the cell says it.
  const isPercent = head !== null && head.units.length > 0 && !head.units.some((one) => points.test(one));
  if (isPercent && indicator.measure === 'rate' && typed !== '' && !points.test(typed)) {
    return none([finding('mandatory', 'growthPercent', cell.address, { text: typed })]);
  }
  const reading = readGrowth(typed, indicator);
  return reading.kind === 'number' ? { read: { yoy: reading.value, typed, address: cell.address }, faults } : none();
}

/** A rank: 3, 第3, 第3位. */
export function readRank(grid: Grid, row: number, column: number): Part<{ rank: number; address: string }> {
  const cell = grid.cell(row, column);
  const text = normalText(grid.isCovered(row, column) ? '' : (cell.shown ?? cell.text));
  if (text === '' || /^(?:-+|[—―─]+|\/)$/.test(text)) return none();
  const said = /^第?(\d{1,4})[位名]?$/.exec(text)?.[1];
  const isRank =
    said !== undefined && Number(said) > 0 && !cell.marks.some((mark) => mark === 'date' || mark === 'error');
  return isRank
    ? { read: { rank: Number(said), address: cell.address }, faults: [] }
    : none([mappingFinding('rankUnreadable', cell.address, { text })]);
}
