import { plainName } from '@/lib/catalogue/plain-name';
import { keyOf } from '@/lib/reporting/figure-key';
import { namesOfUnits, type Targets } from '@/lib/reporting/import/row-target';
import type { SheetLayout } from '@/lib/reporting/import/sheet-columns';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import { type ReadRow, type UnreadCell, unreadCells } from '@/lib/reporting/import/unread-cells';
import { isUnknownHead, kindTold, namesOtherPeriod, otherUnitIn } from '@/lib/reporting/import/unread-subjects';
import { unreadUnit } from '@/lib/reporting/import/unread-units';
import type { StagedFinding, StagedRow } from '@/lib/reporting/import/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

type Sheet = {
  readonly sheet: FigureSheet;
  readonly layouts: readonly SheetLayout[];
  /** The cells of lines whose unit of measure was applied. */
  readonly lines: ReadonlySet<string>;
  readonly targets: Targets;
};

/**
 * The figures of a sheet with what cells beside them say against it: another unit of measure, another unit's name, last
 * year or a plan, a heading that is not understood. A title of another period asks for a word.
 */
export function withContradictions(read: readonly ReadRow[], { sheet, layouts, lines, targets }: Sheet): StagedRow[] {
  const found = new Map<ReadRow, StagedFinding[]>();
  const add = (one: ReadRow, fault: StagedFinding) => {
    const own = found.get(one) ?? [];
    if (own.every(({ key }) => key !== fault.key)) found.set(one, [...own, fault]);
  };
  const cells = unreadCells(sheet, layouts, read);
  const stated = layouts.flatMap(({ groups }) =>
    groups.flatMap(({ stated: { value, yoy } }) => [value, yoy].flatMap((one) => one?.address ?? [])),
  );
  const applied = new Set([...lines, ...stated]);
  const indicatorOf = ({ staged: { indicatorCode, periodCode } }: ReadRow) =>
    targets.byKey.get(keyOf({ indicatorCode: indicatorCode ?? '', periodCode: periodCode ?? '' }))?.figure.indicator;
  const own = plainName(targets.unit.nameZh);
  const hasOwn = cells.some(({ kind, text }) => kind === 'line' && plainName(text).includes(own));
  for (const cell of cells) {
    for (const [one, fault] of unreadUnit(cell, applied, indicatorOf)) add(one, fault);
    const details = { cell: cell.address, text: shortText(cell.text) };
    const other = otherUnitIn(cell, targets, sheet.rows[cell.row] ?? [], hasOwn);
    const isOther = cell.kind === 'cell' && kindTold(cell) === 'other';
    for (const one of cell.scope) {
      const { periodCode, address } = one.staged;
      if (other !== null) add(one, finding('mandatory', other.key, cell.address, unitDetails(other.text, targets)));
      if (isOther) add(one, finding('mandatory', 'otherKind', address, details));
      if (periodCode === null) continue;
      if (
        cell.kind === 'over' &&
        other === null &&
        !applied.has(cell.address) &&
        isUnknownHead(cell, periodCode, targets)
      )
        add(one, finding('mandatory', 'unknownHead', address, details));
      if (cell.kind === 'line' && cell.isAbove && one.row > cell.row && namesOtherPeriod(cell.text, periodCode))
        add(one, finding('quasiMandatory', 'otherPeriod', address, details));
    }
  }
  for (const [one, cell] of underOthers(read, cells, layouts)) {
    add(one, finding('mandatory', 'otherKind', one.staged.address, { cell: cell.address, text: shortText(cell.text) }));
  }
  for (const one of read) {
    const { periodCode, address } = one.staged;
    const { name } = sheet.sheet;
    if (periodCode !== null && namesOtherPeriod(name, periodCode))
      add(one, finding('quasiMandatory', 'otherPeriodSheet', address, { sheet: name }));
  }
  return read.map((one) => {
    const more = found.get(one);
    if (!more) return one.staged;
    const isFaulty = more.some(({ severity }) => severity === 'mandatory');
    return { ...one.staged, kind: isFaulty ? 'faulty' : one.staged.kind, findings: [...one.staged.findings, ...more] };
  });
}

/** The details of a finding about a unit: what is written, what was expected, and the units that it may mean. */
function unitDetails(text: string, { unit, readUnit }: Targets): StagedFinding['details'] {
  const read = readUnit(text);
  const names = read.kind === 'either' ? namesOfUnits(read.entries) : '';
  return { text: shortText(text), ownZh: unit.nameZh, ownEn: unit.nameEn || unit.nameZh, names };
}

/** The figures below a line that says they are of last year or of a plan, until another says current, or a table ends. */
function underOthers(read: readonly ReadRow[], cells: readonly UnreadCell[], layouts: readonly SheetLayout[]) {
  const told = cells.flatMap((cell) => {
    // A title above all says what the sheet is about, not what its columns are.
    const isAmong = cell.row > (layouts[0]?.headRow ?? 0);
    const kind = cell.kind === 'line' && isAmong ? kindTold(cell) : null;
    return kind ? { cell, kind } : [];
  });
  if (told.length === 0) return [];
  const lastOf = layouts.map((_, at) => Math.max(-1, ...read.flatMap(({ row, table }) => (table === at ? row : []))));
  return read.flatMap((one) => {
    const line = told.findLast(({ cell }) => cell.row < one.row);
    // A line among the figures of a table ends with it.
    const isOwn = line && (one.table === 0 || line.cell.row > (lastOf[one.table - 1] ?? -1));
    return line?.kind === 'other' && isOwn ? [[one, line.cell] as const] : [];
  });
}
