import type { Tx } from '@/db/client';
import { command, type Done } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { asKept, begunMapping } from '@/lib/reporting/mapping/begin-mapping';
import { keptShapes } from '@/lib/reporting/mapping/kept/queries';
import { MappingChange, SheetVersion } from '@/lib/reporting/mapping/mapping-input';
import { proposedMapping } from '@/lib/reporting/mapping/propose-mapping';
import { type LockedSheet, lockedSheet, writeSheet } from '@/lib/reporting/mapping/sheets/locked-sheet';
import { mappableNames } from '@/lib/reporting/mapping/sheets/queries';
import { longestStored, sheetIn, storedSheet } from '@/lib/reporting/mapping/stored-sheet';
import { type Typed, withColumns, withNames, withWhole } from '@/lib/reporting/mapping/typed-mapping';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

type Step = {
  readonly changed: Parameters<typeof writeSheet>[2];
  /** What the trail says of the step. */
  readonly told: Readonly<Record<string, unknown>>;
};

/**
 * Saves a step of the work on a sheet: its head rows (the rest is then proposed anew), another sheet of its workbook, a
 * kept mapping, what holds for the whole sheet, for columns, for names. Refuses names and periods that it does not
 * understand, all at once, and a sheet that a colleague changed since `version`.
 */
export const saveMapping = command({
  name: 'mapping.save',
  input: SheetVersion.extend({ change: MappingChange }),
  async run(work, { change, ...shown }): Promise<Done<string>> {
    const { tx, principal } = work;
    const sheet = await lockedSheet(work, shown);
    const { changed, told } = await stepOf(tx, principal, sheet, change);
    await writeSheet(work, sheet, changed);
    return { result: sheet.id, changes: [{ subject: `mappedSheet/${sheet.id}`, before: null, after: told }] };
  },
});

async function stepOf(tx: Tx, principal: Principal, held: LockedSheet, change: MappingChange): Promise<Step> {
  const ownUnit = principal.unitCode;
  const names = await mappableNames(principal, tx);
  const typed = ({ mapping, faults }: Typed, told: Step['told']): Step => {
    const [first] = faults;
    if (first) throw new Refusal('invalid', first.key, first.details, faults);
    return { changed: { mapping }, told };
  };
  switch (change.kind) {
    case 'heads': {
      const { headFrom, headTo } = change;
      const sheet = sheetIn(held.sheet);
      if (headTo < headFrom || headTo > sheet.rows.length) {
        throw new Refusal('invalid', 'mapping.refused.headRows', { field: 'change.headTo', last: sheet.rows.length });
      }
      const heads = { from: headFrom - 1, to: headTo - 1 };
      const mapping = proposedMapping(sheet, { names, ownUnit, heads });
      // What was decided about names and the tables below holds wherever the heads are.
      const { measure, names: decided, below } = held.mapping;
      const kept = { ...mapping, measure, names: decided, ...(below && { below }) };
      return { changed: { mapping: kept, keptId: null }, told: { headFrom, headTo } };
    }
    case 'sheet': {
      const stored = storedSheet(change.sheet);
      if (stored.length > longestStored) throw new Refusal('limit', 'mapping.refused.tooLarge');
      const begun = begunMapping(change.sheet, { kept: await keptShapes(tx, principal), names, ownUnit });
      const { name, others } = change.sheet.sheet;
      return {
        changed: { ...begun, sheet: stored, sheetName: name, otherSheets: others },
        told: { sheetName: name },
      };
    }
    case 'kept': {
      const kept = (await keptShapes(tx, principal)).find(({ id }) => id === change.keptId);
      const mapping = kept && asKept(sheetIn(held.sheet), kept);
      if (!kept || !mapping) throw new Refusal('conflict', 'mapping.refused.otherShape');
      return { changed: { mapping, keptId: kept.id }, told: { keptName: kept.name } };
    }
    case 'whole': {
      const { kind: _, ...whole } = change;
      const said = withWhole(held.mapping, whole, names);
      const { indicator, unit, period, measure } = said.mapping;
      const { lines, below } = whole;
      return typed(said, {
        ...{ indicatorCode: indicator.code, unitCode: unit.code },
        ...{ period: period.code, months: period.months, unitMeasure: measure, lines, below },
      });
    }
    case 'columns': {
      const letters = change.columns.map(({ at }) => cellAddress(1, at + 1).replace(/\d+$/, ''));
      return typed(withColumns(held.mapping, change.columns, names), { columns: letters });
    }
    case 'names': {
      const told = Object.fromEntries(change.names.map(({ key, name }) => [key, name]));
      return typed(withNames(held.mapping, change.names, names), { names: told });
    }
  }
}
