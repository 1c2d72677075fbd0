import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { isOwnSource } from '@/lib/observations/cited/own-source';
import { storeWaiting, type Waiting } from '@/lib/observations/cited/store-waiting';
import { batchIdOf, longest, mostRows } from '@/lib/observations/cited/words';
import { vintages } from '@/lib/observations/words';
import { Code, line, lines } from '@/lib/reporting/collections/terms';
import { type ComparedFigure, comparedFigures } from '@/lib/reporting/mapping/compare-figures';
import { countUse } from '@/lib/reporting/mapping/kept/count-use';
import { SheetVersion } from '@/lib/reporting/mapping/mapping-input';
import { readMapped } from '@/lib/reporting/mapping/read-mapped';
import { lockedSheet, writeSheet } from '@/lib/reporting/mapping/sheets/locked-sheet';
import { mappableNames, shownFigures } from '@/lib/reporting/mapping/sheets/queries';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';

/**
 * Records the figures of a sheet out of a document: new and changed ones wait as one batch for a second person, each with
 * the cell that it was read from. Cells that were not understood are left out. Refuses anything but what was previewed
 * (`follows`), ranks without the set that they are in, a withdrawn document, and a change without a reason.
 */
export const citeSheet = command({
  name: 'mapping.cite',
  input: SheetVersion.extend({
    sourceCode: Code.or(z.literal('')),
    vintage: z.enum(vintages),
    rankScope: line(0, longest.scope),
    reason: lines(0, 300),
    follows: z.string().max(64),
  }),
  async run(
    work,
    { sourceCode, vintage, rankScope, reason, follows, ...shown },
  ): Promise<Done<{ batchId: string; count: number }>> {
    const { tx, principal, now } = work;
    const held = await lockedSheet(work, shown);
    await refuseSource(work, sourceCode);
    const sheet = sheetIn(held.sheet);
    const applied = readMapped(sheet, held.mapping, await mappableNames(principal, tx));
    if (applied.figures.length > mostRows) throw new Refusal('limit', 'mapping.refused.tooMany', { most: mostRows });
    const present = await shownFigures(principal, applied.figures, tx);
    const { rows, counts, follows: mark } = comparedFigures(applied, present, { vintage, rankScope });
    if (follows !== mark) throw new Refusal('conflict', 'mapping.refused.previewMoved');
    const fresh = rows.filter(({ kind }) => kind !== 'unchanged');
    if (fresh.length === 0) throw new Refusal('conflict', 'mapping.refused.nothing');
    if (rankScope === '' && fresh.some(({ figure, ranks }) => figure.rank !== null || ranks?.isKept === false)) {
      throw new Refusal('invalid', 'mapping.refused.noScope', { field: 'rankScope' });
    }
    if (counts.changed > 0 && reason.length < 2) {
      throw new Refusal('invalid', 'mapping.refused.reason', { field: 'reason', count: counts.changed });
    }
    const batchId = batchIdOf(held.fileName, randomUUID().slice(0, 8));
    const cited = { sourceCode, vintage, rankScope, sheetName: held.sheetName };
    await storeWaiting(
      tx,
      principal,
      fresh.map((row) => waitingOf(row, cited)),
      { reason, batchId, now },
    );
    const read = { ...counts, unread: applied.refused.length, leftOut: applied.leftOut.length };
    await writeSheet(work, held, { state: 'recorded', batchId, sourceCode, vintage, counts: read });
    await countUse(work, held.keptId);
    const after = { batchId, sourceCode, vintage, ...read, ...(reason !== '' && { reason }), state: 'recorded' };
    return {
      result: { batchId, count: fresh.length },
      changes: [{ subject: `mappedSheet/${held.id}`, before: { state: 'open' }, after }],
    };
  },
});

async function refuseSource({ tx }: Parameters<typeof lockedSheet>[0], code: string): Promise<void> {
  const [found] = await tx.execute<{ isWithdrawn: boolean }>(
    sql`select withdrawn_reason is not null as "isWithdrawn" from source where code = ${code}`,
  );
  const isOwn = isOwnSource(code);
  if (found && !found.isWithdrawn && !isOwn) return;
  throw new Refusal('invalid', `mapping.refused.${found && !isOwn ? 'withdrawnSource' : 'noSource'}`, {
    field: 'sourceCode',
  });
}

/** A figure of the sheet as one that waits: its place is the cell, its text what the cell shows. */
function waitingOf(
  { figure, hasValue, ranks }: ComparedFigure,
  cited: Pick<Waiting, 'sourceCode' | 'vintage'> & { rankScope: string; sheetName: string },
): Waiting {
  const { sourceCode, vintage, rankScope, sheetName } = cited;
  const { indicatorCode, unitCode: orgUnitCode, periodCode, value, decimals, qualifier, qualifierPrinted } = figure;
  const cell = sheetName === '' ? figure.address : `${sheetName}!${figure.address}`;
  return {
    ...{ id: randomUUID(), hasValue, indicatorCode, orgUnitCode, periodCode, vintage, sourceCode },
    ...{ value, decimals, qualifier, qualifierPrinted, reportedYoy: figure.yoy },
    keepsGrowth: figure.yoy === null && figure.emptyYoy === null,
    clearedScope: ranks?.isKept === false ? rankScope : '',
    printed: figure.typed.slice(0, longest.printed),
    ...{ locator: cell.slice(0, longest.locator), quote: '', note: '' },
    ...(figure.rank !== null && {
      ...{ rank: figure.rank, rankScopeZh: rankScope, rankScopeEn: rankScope, rankGroupCode: null },
    }),
  };
}
