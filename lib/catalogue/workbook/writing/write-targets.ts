import type { Work } from '@/lib/access/command';
import type { ColumnKey, Fate, KnownRow } from '@/lib/catalogue/workbook/words';
import { attempted } from '@/lib/catalogue/workbook/writing/give-within';
import type { Progress } from '@/lib/catalogue/workbook/writing/progress';
import { type HeldTarget, heldTargets } from '@/lib/monitoring/targets/held/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { proposeChange } from '@/lib/monitoring/targets/propose-change';
import { isStretchWorse, readTarget, refusedFor } from '@/lib/monitoring/targets/read-target';
import { type DraftValues, writeDrafts } from '@/lib/monitoring/targets/save-targets';
import { Year } from '@/lib/monitoring/targets/target-input';
import { type ToldTarget, toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';
import { keptPlan } from '@/lib/monitoring/targets/typed-plans';
import { longestTarget, type TargetField, targetFields } from '@/lib/monitoring/targets/words';

/** A cell that changes: the number before and the one that will be stored, with the unit of the indicator. */
type ToldCell = { readonly column: TargetField; readonly before: string; readonly after: string };

const withUnit = (value: string | null, { indicatorOf }: HeldTarget) =>
  value === null ? '' : `${value} ${indicatorOf.unitZh}`.trim();

function tellCells(progress: Progress, row: KnownRow, fate: Fate, cells: readonly ToldCell[]): void {
  for (const { column, ...sides } of cells) progress.tell(row, fate, column, sides);
}

/** Targets of a year by row, read against what stands. */
type Asked = {
  readonly row: KnownRow;
  readonly found: HeldTarget;
  readonly values: Readonly<Record<TargetField, string | null>>;
  readonly cells: readonly ToldCell[];
};

/**
 * Targets, all of a year at once: new and changed ones are drafts, which the office then issues; a change of one that is
 * issued waits for a second person.
 */
export async function writeTargets(work: Work, progress: Progress): Promise<void> {
  const years = new Map<number, KnownRow[]>();
  const seen = new Map<string, number>();
  for (const row of progress.of('targets')) {
    const { indicator = '', unit = '', year: typed = '' } = row.values;
    const year = Number(typed);
    if (indicator === '' || unit === '' || typed === '') continue;
    const key = `${indicator} ${unit} ${year}`;
    const before = seen.get(key);
    const told = () => `${progress.nameOf('indicators', indicator)} · ${progress.nameOf('units', unit)} · ${year}`;
    if (before !== undefined) progress.fault(row, 'year', 'workbook.faults.twice', { row: before, name: told() });
    else if (Year.safeParse(year).success) years.set(year, [...(years.get(year) ?? []), row]);
    else progress.fault(row, 'year', 'workbook.faults.year');
    seen.set(key, row.row);
  }
  for (const [year, rows] of [...years].sort(([a], [b]) => a - b)) await writeYear(work, progress, year, rows);
}

const placeOf = ({ values: { indicator = '', unit = '' } }: KnownRow) => ({ indicator, unit });

async function writeYear(work: Work, progress: Progress, year: number, rows: readonly KnownRow[]): Promise<void> {
  const held = await heldTargets(work, year, rows.map(placeOf));
  const asked = rows.flatMap((row) => {
    const found = held.get(targetKey(placeOf(row)));
    const read = found && differingTarget(progress, row, found);
    return read ? [read] : [];
  });
  const drafts = asked.filter(({ found }) => !found.issued);
  const told: ToldTarget[] = drafts.map(({ found, values }) => ({
    ...{ unit: found.unit, indicator: found.indicator, before: toldValues(found.draft), after: toldValues(values) },
  }));
  if (drafts.length > 0) await writeDrafts(work, year, drafts.map(draftOf));
  for (const { row, found, cells } of drafts) {
    if (found.draft) tellCells(progress, row, 'changed', cells);
    else {
      const stored = Object.fromEntries(cells.map(({ column, after }) => [column, after]));
      const after = cells.map((one) => one.after).join(' / ');
      progress.tell(row, 'created', null, { after, values: { ...row.values, ...stored } });
    }
  }
  for (const one of asked) {
    const change = one.found.issued && (await proposeIssued(work, progress, year, one));
    if (change) told.push(change);
  }
  if (told.length > 0) progress.changes.push(...toldChanges(year, told));
}

/** A target as the row asks for it; null where it stays, or where a fault is told. */
function differingTarget(progress: Progress, row: KnownRow, found: HeldTarget): Asked | null {
  const before = found.issued ?? found.draft;
  const values: Record<TargetField, string | null> = { base: before?.base ?? null, stretch: before?.stretch ?? null };
  const cells: ToldCell[] = [];
  for (const column of targetFields) {
    const text = row.values[column];
    if (text === undefined) continue;
    const read = text.length > longestTarget ? { fault: 'unreadable' as const } : readTarget(text, found.indicatorOf);
    if ('fault' in read) {
      const isNumber = read.fault !== 'unreadable' && read.fault !== 'qualified';
      const about = { unit: found.unitName, indicator: found.indicatorOf.nameZh, field: column };
      progress.fault(row, column, isNumber ? refusedFor(read.fault) : 'workbook.faults.amount', about);
    } else if (!isSame(read.value, values[column])) {
      const sides = { before: withUnit(values[column], found), after: withUnit(read.value, found) };
      cells.push({ column, ...sides });
      values[column] = read.value;
    }
  }
  if (cells.length === 0 || progress.hasFault(row)) return null;
  if (isStretchWorse(found.indicatorOf.direction, values.base, values.stretch)) {
    const about = { unit: found.unitName, indicator: found.indicatorOf.nameZh, field: 'stretch' };
    progress.fault(row, 'stretch', 'targets.refused.stretchWorse', about);
    return null;
  }
  return { row, found, values, cells };
}

const isSame = (one: string | null, other: string | null) =>
  one === other || (one !== null && other !== null && Number(one) === Number(other) && one.length <= 15);

/** A draft keeps its plan as long as its base target stays. */
function draftOf({ found, values }: Asked): DraftValues {
  const { unit, indicator, draft } = found;
  const plan = values.base === (draft?.base ?? null) ? (draft?.plan ?? null) : null;
  return { unit, indicator, base: values.base, stretch: values.stretch, plan };
}

/** Proposes other values of an issued target. Refuses to empty one, and a second change while one waits. */
async function proposeIssued(work: Work, progress: Progress, year: number, asked: Asked): Promise<ToldTarget | null> {
  const { row, found, values, cells } = asked;
  const { unit, indicator, issued, draft, indicatorOf, unitName } = found;
  if (!issued) return null;
  const about = { unit: unitName, indicator: indicatorOf.nameZh };
  const tellAll = (fate: 'proposed' | 'waiting') => tellCells(progress, row, fate, cells);
  const column: ColumnKey = cells[0]?.column ?? 'base';
  if (draft && isSame(draft.base, values.base) && isSame(draft.stretch, values.stretch)) {
    tellAll('waiting');
    return null;
  }
  if (draft || values.base === null) {
    progress.fault(row, column, draft ? 'targets.refused.changeWaiting' : 'targets.refused.noBase', {
      ...about,
      field: column,
    });
    return null;
  }
  const reason = progress.reason();
  await attempted(work, { progress, row }, async (inside) => {
    const plan = await keptPlan(inside, year, { found, values });
    const change = { ...values, plan, note: issued.note, reason, changes: issued.version };
    await proposeChange(inside, { unit, indicator, year }, change);
  });
  tellAll('proposed');
  const after = { ...toldValues(values), note: issued.note, reason, state: 'waiting' };
  return { unit, indicator, before: toldValues(issued), after };
}
