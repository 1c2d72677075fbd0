import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { actors } from '@/lib/access/queries';
import { type FieldFault, Refusal } from '@/lib/errors';
import { Code, CollectionId } from '@/lib/reporting/collections/terms';
import { mayWrite } from '@/lib/reporting/collections/timeliness';
import { FigureEntryInput, FigureVersion } from '@/lib/reporting/entry/entry-input';
import {
  type LockedReturn,
  lockedReturn,
  type ReturnFigure,
  returnFigures,
  subjectOf,
  thisReturn,
  windowOf,
} from '@/lib/reporting/entry/queries';
import { readEntry } from '@/lib/reporting/entry/read-entry';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { emptyEntry, mostCells, type SaveConflict, type Saved } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { entryFields, type FigureEntry } from '@/lib/reporting/words';

const Cell = FigureVersion.extend({ entry: FigureEntryInput });
type Cell = z.output<typeof Cell>;

/**
 * Saves the entries of a reporter in the own unit's return as typed, valid or not. A figure that another person changed
 * since `version` is not overwritten but returned with their text; the others are saved. Refuses figures that the
 * collection does not ask for, and those that may not be written now.
 */
export const saveFigures = command({
  name: 'submission.save',
  input: z.strictObject({ collectionId: CollectionId, unitCode: Code, cells: z.array(Cell).min(1).max(mostCells) }),
  async run(work, { collectionId, unitCode, cells }): Promise<Done<Saved>> {
    const { tx, principal, now } = work;
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    const figures = new Map((await returnFigures(tx, one, cells)).map((figure) => [keyOf(figure), figure]));
    const asked = writableFigures(cells, figures, one, now);
    const moved = asked.filter(({ cell, figure }) => (figure.written?.version ?? 0) !== cell.version);
    const changed = asked.filter(
      (each) => !moved.includes(each) && differs(each.cell.entry, entryOf(each.figure.written)),
    );
    if (changed.length > 0) await write(work, one, changed);
    const result: Saved = {
      saved: asked
        .filter((each) => !moved.includes(each))
        .map(({ cell, figure }) => ({
          indicatorCode: figure.indicatorCode,
          periodCode: figure.periodCode,
          version: cell.version + (changed.some((each) => each.cell === cell) ? 1 : 0),
        })),
      conflicts: await conflictsOf(work, moved),
      savedAt: now,
    };
    if (changed.length === 0) return { result, repeated: true };
    const before = Object.fromEntries(
      changed.map(({ figure }) => [keyOf(figure), auditEntry(entryOf(figure.written))]),
    );
    const after = Object.fromEntries(changed.map(({ cell }) => [keyOf(cell), auditEntry(cell.entry)]));
    return { result, changes: [{ subject: subjectOf(one), before, after }] };
  },
});

/** The figures of cells, each of which may be written now; refuses all others at once, by the number of their cell. */
function writableFigures(
  cells: readonly Cell[],
  figures: ReadonlyMap<string, ReturnFigure>,
  one: LockedReturn,
  now: Date,
): { cell: Cell; figure: ReturnFigure }[] {
  const faults: FieldFault[] = [];
  const found = cells.flatMap((cell, at) => {
    const figure = figures.get(keyOf(cell));
    const written = figure?.written;
    if (figure && mayWrite(windowOf(one), written?.state ?? null, now)) return [{ cell, figure }];
    const isLocked = written?.awaits || written?.state === 'approved';
    const fault = figure
      ? ({ key: isLocked ? 'figureLocked' : 'windowShut', details: { indicator: figure.indicator.nameZh } } as const)
      : ({ key: 'notAskedFor', details: { field: 'figures' } } as const);
    faults.push({ field: `cells.${at}`, ...fault });
    return [];
  });
  const [first] = faults;
  if (first) throw new Refusal(first.key === 'notAskedFor' ? 'invalid' : 'conflict', first.key, first.details, faults);
  return found;
}

/** The fields of a stored figure. */
export function entryOf(written: ReturnFigure['written']): FigureEntry {
  if (!written) return emptyEntry;
  const { typed, typedYoy, note, sourceText, explanation } = written;
  return { typed, typedYoy, note, sourceText, explanation };
}

const differs = (one: FigureEntry, other: FigureEntry) => entryFields.some((field) => one[field] !== other[field]);

/** An entry for the audit, without its empty fields. */
const auditEntry = (entry: FigureEntry) =>
  Object.fromEntries(entryFields.flatMap((field) => (entry[field] ? [[field, entry[field]]] : [])));

async function write(
  { tx, principal, now }: Work,
  one: LockedReturn,
  changed: readonly { cell: Cell; figure: ReturnFigure }[],
): Promise<void> {
  const rows = changed.map(({ cell: { indicatorCode, periodCode, entry }, figure }) => ({
    indicator_code: indicatorCode,
    period_code: periodCode,
    ...entry,
    ...readEntry(entry, figure.indicator),
  }));
  await tx.execute(sql`
    insert into submission_value as v (org_unit_code, collection_id, indicator_code, period_code, typed, value, decimals,
      qualifier, qualifier_printed, absence, typed_yoy, reported_yoy, note, source_text, explanation, state, updated_by,
      updated_at)
    select ${one.orgUnitCode}, ${one.collectionId}, indicator_code, period_code, typed, value, decimals, qualifier,
      "qualifierPrinted", absence, "typedYoy", "reportedYoy", note, "sourceText", explanation, 'draft',
      ${principal.userId}, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(indicator_code text, period_code text, typed text,
      value numeric, decimals int, qualifier text, "qualifierPrinted" text, absence text, "typedYoy" text,
      "reportedYoy" numeric, note text, "sourceText" text, explanation text)
    on conflict (org_unit_code, collection_id, indicator_code, period_code) do update set typed = excluded.typed,
      value = excluded.value, decimals = excluded.decimals, qualifier = excluded.qualifier,
      qualifier_printed = excluded.qualifier_printed, absence = excluded.absence, typed_yoy = excluded.typed_yoy,
      reported_yoy = excluded.reported_yoy, note = excluded.note, source_text = excluded.source_text,
      explanation = excluded.explanation, upload_id = null, version = v.version + 1, updated_by = excluded.updated_by,
      updated_at = excluded.updated_at`);
  await recount(tx, thisReturn(one), sql`, saved_at = ${now.toISOString()}::timestamptz`);
}

async function conflictsOf(
  { tx, principal }: Work,
  moved: readonly { cell: Cell; figure: ReturnFigure }[],
): Promise<SaveConflict[]> {
  const theirs = moved.flatMap(({ figure }) => figure.written ?? []);
  if (theirs.length === 0) return [];
  const writers = sql.param([...new Set(theirs.map(({ updatedBy }) => updatedBy))]);
  const names = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from ${actors} actor where id = any(${writers}::text[])`,
  );
  return theirs.map((written) => ({
    indicatorCode: written.indicatorCode,
    periodCode: written.periodCode,
    version: written.version,
    entry: entryOf(written),
    state: written.state,
    isOwn: written.updatedBy === principal.userId,
    by: names.find(({ id }) => id === written.updatedBy)?.name ?? '',
    at: written.updatedAt,
  }));
}
