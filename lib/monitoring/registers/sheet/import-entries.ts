import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done, type Work } from '@/lib/access/command';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { changesOf } from '@/lib/monitoring/registers/entries/changes';
import { type EntryStep, storeSteps } from '@/lib/monitoring/registers/entries/store-steps';
import { factsOf, factsOn, lockedRegister, registerSubject, versionsOf } from '@/lib/monitoring/registers/queries';
import { RegisterCode } from '@/lib/monitoring/registers/register-input';
import { readRegisterSheet } from '@/lib/monitoring/registers/sheet/read-register-sheet';
import {
  type CellFault,
  type ImportLine,
  type ImportOutcome,
  mostTold,
  type ReadEntry,
} from '@/lib/monitoring/registers/sheet/words';
import { type EntryFacts, noFacts } from '@/lib/monitoring/registers/words';
import { Day, line, Reason } from '@/lib/reporting/collections/terms';
import type { FigureSheet } from '@/lib/reporting/upload/read-upload';

const File = z.custom<FigureSheet>((value) => typeof value === 'object' && value !== null && 'marks' in value);

/**
 * Takes a sheet of a register as it stood on a day: all of it or none. With `isPreview` it tells all faults, or every change, and
 * writes nothing. An entry that is new, or had left, joins on that day; entries that the sheet lacks stay. Refuses a day to
 * come, anything but what was previewed, which `follows` marks, and a sheet that changes nothing.
 */
export const importEntries = command({
  name: 'register.import',
  input: z.strictObject({
    register: RegisterCode,
    from: Day,
    fileName: line(1, 200),
    sheet: File,
    reason: Reason,
    isPreview: z.boolean(),
    follows: z.string().max(64),
  }),
  async run(work, asked): Promise<Done<ImportOutcome>> {
    const { register: code, from, sheet, reason, fileName, isPreview, follows } = asked;
    const { lists } = await lockedRegister(work, code);
    const today = todayOf(work);
    if (from > today) throw new Refusal('invalid', 'registers.refused.dayToCome', { field: 'from' });
    const { units } = await catalogueNames(work.tx);
    const read = readRegisterSheet(sheet, lists, units, from);
    const identifiers = read.rows.map(({ identifier }) => identifier);
    const held = await factsOf(work, code, from, identifiers);
    const faults = [...read.faults, ...olderVisits(read.rows, held)];
    if (faults.length > 0)
      return {
        result: { register: code, kind: 'faults', faults: faults.slice(0, mostTold), total: faults.length },
        repeated: true,
      };
    const versions = await versionsOf(work, code, identifiers);
    const changed = read.rows.flatMap((row) => {
      const before = held.get(row.identifier) ?? noFacts;
      const changes = changesOf(before, { ...row.facts, state: 'joined' }, from);
      const step = (versions.get(row.identifier) ?? 0) + 1;
      return changes.length === 0 ? [] : [{ row, before, step: { identifier: row.identifier, step, changes } }];
    });
    const steps: EntryStep[] = changed.map(({ step }) => step);
    const mark = steps.length === 0 ? '' : markOf(from, steps);
    const lines = changed.flatMap(({ row, before, step }) => linesOf(row, before, step));
    const created = changed.filter(({ before }) => before.state !== 'joined').length;
    const counts = { created, changed: steps.length - created, unchanged: read.rows.length - steps.length };
    const told = {
      ...{
        register: code,
        ...counts,
        absent: await absentOn(work, { code, from, identifiers }),
        lines: lines.slice(0, mostTold),
      },
      ...{ total: lines.length, notices: read.notices, follows: mark },
    };
    if (isPreview) return { result: { kind: 'preview', ...told }, repeated: true };
    if (steps.length === 0) throw new Refusal('conflict', 'registers.refused.nothingChanged');
    if (follows !== mark) throw new Refusal('conflict', 'registers.refused.previewMoved');
    await storeSteps(work, code, steps, { reason, fileName });
    const after = { fileName, holdsFrom: from, created, changed: counts.changed, reason };
    return {
      result: { kind: 'written', ...told },
      changes: [{ subject: registerSubject(code), before: null, after }],
    };
  },
});

/** Visits before one that the register has: an older sheet says less than the register. */
function olderVisits(rows: readonly ReadEntry[], held: ReadonlyMap<string, EntryFacts>): CellFault[] {
  return rows.flatMap(({ identifier, facts: { visit = '' }, addresses }) =>
    visit !== '' && visit < (held.get(identifier)?.visit ?? '')
      ? [{ address: addresses.visit ?? '', text: visit, fault: 'visitEarlier' as const, names: [] }]
      : [],
  );
}

/** What would be written, in a few characters. */
const markOf = (from: string, steps: readonly EntryStep[]): string =>
  createHash('sha256')
    .update(JSON.stringify([from, steps]))
    .digest('hex')
    .slice(0, 40);

function linesOf(row: ReadEntry, before: EntryFacts, { identifier, changes }: EntryStep): ImportLine[] {
  const name = row.facts.name ?? before.name;
  return changes.map(({ field, value, before: was }) => {
    const address = (field === 'state' ? row.addresses.identifier : row.addresses[field]) ?? '';
    return { address, identifier, name, field, before: was, after: value };
  });
}

/** How many entries of the register on a day a sheet lacks. */
async function absentOn(
  { tx }: Work,
  { code, from, identifiers }: { code: string; from: string; identifiers: readonly string[] },
): Promise<number> {
  const [row] = await tx.execute<{ absent: number }>(sql`
    select count(*)::int as absent from ${factsOn(code, from)} e
    where e.state = 'joined' and not e.identifier = any(${sql.param([...identifiers])}::text[])`);
  return row?.absent ?? 0;
}
