import { plainName } from '@/lib/catalogue/plain-name';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';
import { readEntry } from '@/lib/reporting/entry/read-entry';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { withoutCovered } from '@/lib/reporting/import/covered-cells';
import { readGrowthCell, readValueCell } from '@/lib/reporting/import/read-cell';
import { isBelowTable, isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import {
  type KnownNames,
  type NamedRow,
  type Reading,
  type Targets,
  targetOf,
  targetsOf,
} from '@/lib/reporting/import/row-target';
import { layoutsOf } from '@/lib/reporting/import/sheet-columns';
import { withContradictions } from '@/lib/reporting/import/sheet-contradictions';
import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { SheetTable } from '@/lib/reporting/import/sheet-table';
import { toldOf, withHidden } from '@/lib/reporting/import/sheet-told';
import { splitNumber } from '@/lib/reporting/import/split-numbers';
import { finding } from '@/lib/reporting/import/staged-finding';
import { statedUnit } from '@/lib/reporting/import/stated-unit';
import { templateChanges } from '@/lib/reporting/import/template-changes';
import { identityIn, refuseOtherTemplate } from '@/lib/reporting/import/template-identity';
import { withUnitColumns } from '@/lib/reporting/import/unit-columns';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { ReadRow } from '@/lib/reporting/import/unread-cells';
import type {
  OpenFigure,
  OpenReturn,
  SheetColumn,
  StagedFinding,
  StagedOld,
  StagedRow,
} from '@/lib/reporting/import/words';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';
import { type EntryField, type FigureEntry, longestEntry } from '@/lib/reporting/words';
import { compareDecimals } from '@/lib/statistics/numbers';

export type Interpreted = {
  /** The template's version; 0 for a list read by its headings. */
  readonly template: number;
  /** The collection of the template, or the chosen one; null for a list that may serve several. */
  readonly collectionId: string | null;
  readonly rows: readonly StagedRow[];
  /** What was read of the file: its sheet, columns and rows, and what of them is hidden. */
  readonly told: readonly StagedFinding[];
};

type Asked = {
  readonly unit: Named;
  /** The collection chosen for the file, or null. */
  readonly collectionId: string | null;
  readonly returns: readonly OpenReturn[];
  /** The names of the catalogue; without them those of the unit and of its figures alone. */
  readonly names?: KnownNames;
};

/** The most rows of one file. */
export const mostRows = 20_000;

/**
 * Reads the rows of a sheet as figures of the unit's open returns: each with its effect, its faults and mended details,
 * by cell. An empty cell changes nothing; a dash deletes the entry. Refuses the template of another unit, period or
 * version, and a sheet without the required columns.
 */
export function interpretedSheet(uploaded: FigureSheet, asked: Asked): Interpreted {
  const { sheet: seen, findings: covered } = withoutCovered(uploaded);
  const identity = identityIn(seen.identity);
  const chosen = asked.returns.find(
    ({ collectionId }) => collectionId === (asked.collectionId ?? identity?.collectionId),
  );
  if (identity) {
    refuseOtherTemplate(identity, {
      unit: asked.unit,
      collection: chosen ? { ...chosen, id: chosen.collectionId } : null,
    });
  }
  const targets = targetsOf(chosen ? [chosen] : asked.returns, asked.unit, asked.names);
  const sheet = withUnitColumns(seen, targets.readUnit);
  const layouts = layoutsOf(sheet);
  const reading = { targets, seen: new Map<string, string>(), isChosen: chosen !== undefined };
  const read: ReadRow[] = [];
  let lines = layouts[0].groups[0]?.stated.lines ?? [];
  // The unit lines that have figures below them.
  const applied = new Set<string>();
  let passed = lines;
  for (const [at, { groups, firstRow }] of layouts.entries()) {
    const tables = groups.map((columns) => new SheetTable(sheet, columns));
    const end = layouts[at + 1]?.headRow ?? sheet.rows.length;
    for (let row = firstRow; row < end; row += 1) {
      const cells = sheet.rows[row] ?? [];
      if (!namesIndicator(tables[0], row, targets) && (isColumnNumbers(cells) || isBelowTable(cells))) continue;
      // A unit line between the rows is about those below it.
      const isRemark = tables.every((table) => table.isEmpty(row, 'value') && table.key(row, 'period') === '');
      const own = isRemark ? unitLines(sheet.rows, row + 1, row) : [];
      if (own.length > 0) [lines, passed] = [own, [...passed, ...own]];
      for (const table of tables) {
        if (table.isBlank(row) || (tables.length > 1 && table.isEmpty(row, 'value') && table.isEmpty(row, 'yoy')))
          continue;
        const staged = stagedRow(table, row, { ...reading, lines, place: read.length + 1 });
        // A row without figure and value is a remark below the table.
        if (staged.collectionId === null && table.isEmpty(row, 'value')) continue;
        const split = splitNumber(sheet, layouts[at] ?? layouts[0], table, row);
        for (const { address } of passed) applied.add(address);
        passed = [];
        read.push({ staged: split ? withFault(staged, split) : staged, row, table: at });
      }
    }
  }
  // A title of a collection says nothing about the columns of its template.
  const rows = identity
    ? read.map(({ staged }) => staged)
    : withContradictions(read, { sheet, layouts, lines: applied, targets });
  if (rows.length === 0) throw new Refusal('invalid', 'imports.refused.noRows', { field: 'file' });
  if (rows.length > mostRows)
    throw new Refusal('limit', 'imports.refused.tooManyRows', { field: 'file', most: mostRows });
  return {
    template: identity?.version ?? 0,
    collectionId: chosen?.collectionId ?? null,
    rows: withHidden(rows, sheet),
    told: [
      ...(identity && chosen ? templateChanges(identity, chosen, rows) : []),
      ...toldOf(sheet, layouts, rows, { isTemplate: identity !== null }),
      ...covered,
    ],
  };
}

const namesIndicator = (table: SheetTable | undefined, row: number, { indicators }: Targets) =>
  indicators.has(plainName(table?.key(row, 'indicator') ?? ''));

const cellsBeside = (table: SheetTable, row: number) =>
  Object.fromEntries(
    (['note', 'yoy'] as const).flatMap((column) =>
      table.columns.at[column] === undefined ? [] : [[column, table.address(row, column)]],
    ),
  );

type InPlace = Reading & { readonly place: number; readonly lines: readonly Stated[] };

function stagedRow(table: SheetTable, row: number, reading: InPlace): StagedRow {
  const address = table.address(row, 'value');
  const named = targetOf(table, row, reading);
  const base = { rowNumber: reading.place, address, besides: cellsBeside(table, row) };
  if ('fault' in named) return { ...base, ...emptyRow, ...named.codes, kind: 'faulty', findings: [named.fault] };
  const { collectionId, figure } = named.target;
  const { entry: read, findings: found } = entryOf(table, row, named, reading.lines);
  const findings = [...named.findings, ...found];
  const { entry, meaning } = asWritten(read, readEntry(read, figure.indicator), figure.old);
  const kind = kindOf(entry, meaning, figure);
  const codes = { collectionId, indicatorCode: figure.indicatorCode, periodCode: figure.periodCode };
  if ((kind === 'added' || kind === 'changed') && !figure.isWritable) {
    findings.push(finding('mandatory', figure.isLocked ? 'locked' : 'shut', address));
  }
  const isFaulty = findings.some(({ severity }) => severity === 'mandatory');
  return {
    ...base,
    ...entry,
    ...meaning,
    ...codes,
    kind: isFaulty ? 'faulty' : kind,
    old: figure.old,
    oldVersion: figure.version,
    findings,
  };
}

const withFault = (row: StagedRow, fault: StagedFinding): StagedRow => ({
  ...row,
  kind: 'faulty',
  findings: [...row.findings, fault],
});

const emptyRow = {
  collectionId: null,
  indicatorCode: null,
  periodCode: null,
  typed: '',
  typedYoy: '',
  note: '',
  sourceText: '',
  explanation: '',
  value: null,
  decimals: 0,
  qualifier: 'exact',
  qualifierPrinted: '',
  absence: 'none',
  reportedYoy: null,
  old: null,
  oldVersion: 0,
} as const;

const texts: readonly [EntryField, SheetColumn][] = [
  ['sourceText', 'source'],
  ['note', 'note'],
  ['explanation', 'explanation'],
];

/** The entry after a row is applied to the return: an empty cell keeps the present text, a dash alone deletes it. */
function entryOf(
  table: SheetTable,
  row: number,
  { target: { figure }, stated: near }: NamedRow,
  lines: readonly Stated[],
): { entry: FigureEntry; findings: StagedFinding[] } {
  const old: FigureEntry = figure.old ?? emptyEntry;
  const entry: { -readonly [Field in EntryField]: string } = {
    typed: old.typed,
    typedYoy: old.typedYoy,
    note: old.note,
    sourceText: old.sourceText,
    explanation: old.explanation,
  };
  const { indicator } = figure;
  const units = { near, lines };
  const stated = statedUnit(units, indicator, table.address(row, 'value'));
  const value = readValueCell(table.cell(row, 'value'), table.wordCell(row, 'qualifier'), indicator, stated);
  const growth = readGrowthCell(table.cell(row, 'yoy'), indicator, table.columns.stated.yoy);
  const findings = [...value.findings, ...growth.findings];
  if (table.isCovered(row, 'value')) findings.push(finding('mandatory', 'merged', table.address(row, 'value')));
  const isGrowthCovered = table.isCovered(row, 'yoy') && (table.key(row, 'yoy') !== '' || growth.typed !== '');
  if (isGrowthCovered) findings.push(finding('mandatory', 'merged', table.address(row, 'yoy')));
  const isFault = value.findings.some(({ severity }) => severity === 'mandatory');
  if (value.typed !== '' || isFault)
    entry.typed = value.typed || [...table.cell(row, 'value').text].slice(0, longestEntry.typed).join('');
  if (growth.typed !== '') entry.typedYoy = isDash(growth.typed) ? '' : growth.typed;
  for (const [field, column] of texts) {
    const cell = table.cell(row, column);
    const text = table.words(row, column).trim();
    if (text.length > longestEntry[field]) {
      findings.push(finding('mandatory', 'tooLong', cell.address, { most: `${longestEntry[field]}` }));
    } else if (text !== '') entry[field] = isDash(text) ? '' : text;
  }
  return { entry, findings };
}

const isDash = (text: string) => /^[-—―–─－]+$/.test(text.trim());

/** An unchanged figure keeps its present notation, including zeros at the end. */
export function asWritten(
  entry: FigureEntry,
  meaning: Meaning,
  old: StagedOld | null,
): { entry: FigureEntry; meaning: Meaning } {
  if (!old || !isSameFigure(entry, meaning, old)) return { entry, meaning };
  return {
    entry: { ...entry, typed: old.typed, typedYoy: old.typedYoy },
    meaning: { ...meaning, decimals: old.decimals },
  };
}

export type Meaning = Omit<StagedOld, keyof FigureEntry>;

const sameNumber = (one: string | null, other: string | null) =>
  one === null || other === null ? one === other : compareDecimals(one, other) === 0;

/** Whether two notations mean the same figure: 12.50 and 12.5 do. */
function isSameFigure(entry: FigureEntry, now: Meaning, old: StagedOld): boolean {
  return (
    sameNumber(now.value, old.value) &&
    now.absence === old.absence &&
    now.qualifier === old.qualifier &&
    now.qualifierPrinted === old.qualifierPrinted &&
    (now.value !== null || now.absence !== 'none' || entry.typed === old.typed) &&
    sameNumber(now.reportedYoy, old.reportedYoy)
  );
}

/** The effect of an entry on a figure of a return. */
export function kindOf(
  entry: FigureEntry,
  now: Meaning,
  { old }: Pick<OpenFigure, 'old'>,
): 'added' | 'changed' | 'unchanged' {
  const fields = ['note', 'sourceText', 'explanation'] as const;
  const isEmpty =
    (entry.typed === '' || now.absence === 'blank') &&
    entry.typedYoy === '' &&
    fields.every((field) => entry[field] === '');
  if (!old) return isEmpty ? 'unchanged' : 'added';
  return isSameFigure(entry, now, old) && fields.every((field) => entry[field] === old[field])
    ? 'unchanged'
    : 'changed';
}
