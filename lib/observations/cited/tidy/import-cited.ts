import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';
import { nameTeller } from '@/lib/catalogue/names/told-name';
import { Refusal } from '@/lib/errors';
import type { Told } from '@/lib/i18n/words';
import { citedContext } from '@/lib/observations/cited/queries';
import { type CitedCells, type CitedContext, readCited } from '@/lib/observations/cited/read-cited';
import { type ShownNow, shownNow, storeWaiting, type Waiting } from '@/lib/observations/cited/store-waiting';
import {
  batchIdOf,
  type CellFault,
  longest,
  mostRows,
  type ReadCited,
  type TidyColumn,
  tidyColumns,
} from '@/lib/observations/cited/words';
import type { PrintedFigure } from '@/lib/observations/words';
import { line, lines } from '@/lib/reporting/collections/terms';

/** The most faults, and the most rows of a preview, in an answer. */
const mostFaults = 200;
const mostShown = 50;

/** A row of the preview: the shown figure and the new one. */
export type PreviewRow = {
  readonly row: number;
  /** With its code where another one has the same name. */
  readonly indicator: Told;
  readonly unit: Told;
  readonly periodCode: string;
  readonly old: Pick<PrintedFigure, 'value' | 'decimals'> | null;
  readonly now: PrintedFigure;
  /** The published growth of the shown figure and of the new one, and whether the sheet says nothing of it. */
  readonly growth: { readonly old: string | null; readonly now: string | null; readonly isKept: boolean };
};

export type ImportOutcome =
  | { readonly kind: 'faults'; readonly faults: readonly CellFault[]; readonly isMore: boolean }
  | {
      readonly kind: 'preview';
      readonly added: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly rows: readonly PreviewRow[];
      /** The mark of what was previewed: recording is refused where something else would be stored. */
      readonly follows: string;
    }
  | { readonly kind: 'recorded'; readonly batchId: string; readonly count: number };

const Cell = z.string().max(32_767);
const Row = z.strictObject({
  row: z.int().min(1),
  ...(Object.fromEntries(tidyColumns.map((column) => [column, Cell])) as Record<TidyColumn, typeof Cell>),
});

/**
 * Takes a tidy file of figures: all of it or none. Every fault is told with its row and column. With `isPreview` it only
 * says what would change; without a column of growths (`hasGrowth`) those that are shown stay, and an empty cell of one takes
 * them away. Otherwise its new and changed figures wait as one batch for a second person, who decides them
 * as a whole. Refuses a change of shown figures without a reason, and where `follows` is given, anything but what was
 * previewed.
 */
export const importCited = command({
  name: 'cited.import',
  input: z.strictObject({
    fileName: line(1, 200),
    rows: z.array(Row).min(1).max(mostRows),
    reason: lines(0, 300),
    hasGrowth: z.boolean(),
    isPreview: z.boolean(),
    follows: z.string().max(64),
  }),
  async run(
    { tx, principal, now },
    { fileName, rows, hasGrowth, reason, isPreview, follows },
  ): Promise<Done<ImportOutcome>> {
    const context = await citedContext(principal, tx);
    const { read, faults } = readRows(rows, context, hasGrowth);
    if (faults.length > 0) {
      const isMore = faults.length > mostFaults;
      return { result: { kind: 'faults', faults: faults.slice(0, mostFaults), isMore }, repeated: true };
    }
    const shown = await shownNow(
      tx,
      read.map(({ waiting }) => waiting),
    );
    const shownOf = ({ waiting }: ReadRow) => shown.get(waiting.id);
    const fresh = read.filter((one) => !shownOf(one)?.isSame);
    const changed = fresh.filter((one) => shownOf(one)?.revision != null).length;
    const mark = markOf(fresh, shown);
    if (isPreview) {
      const tell = {
        indicator: nameTeller([...context.indicators.values()]),
        unit: nameTeller([...context.units.values()]),
      };
      const told = fresh.slice(0, mostShown).map((one) => previewRow(one, shownOf(one), tell));
      const counts = { added: fresh.length - changed, changed, unchanged: read.length - fresh.length };
      return { result: { kind: 'preview', ...counts, rows: told, follows: mark }, repeated: true };
    }
    if (fresh.length === 0) throw new Refusal('conflict', 'cited.refused.allSame');
    if (changed > 0 && reason.length < 2) {
      throw new Refusal('invalid', 'cited.refused.batchReason', { field: 'reason', count: changed });
    }
    if (follows !== '' && follows !== mark) throw new Refusal('conflict', 'cited.refused.previewMoved');
    const batchId = batchIdOf(fileName, randomUUID().slice(0, 8));
    const waiting = fresh.map((one) => one.waiting);
    await storeWaiting(tx, principal, waiting, { reason, batchId, now });
    const after = {
      fileName,
      added: fresh.length - changed,
      changed,
      ...(reason !== '' && { reason }),
      state: 'waiting',
    };
    return {
      result: { kind: 'recorded', batchId, count: fresh.length },
      changes: [{ subject: `citedBatch/${batchId}`, before: null, after }],
    };
  },
});

type ReadRow = { readonly row: number; readonly waiting: Waiting };

function readRows(
  rows: readonly CitedCells[],
  context: CitedContext,
  hasGrowth: boolean,
): { read: ReadRow[]; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const read: ReadRow[] = [];
  const seen = new Map<string, number>();
  for (const cells of rows) {
    const found = readCited(cells, context);
    const long = tooLong(cells);
    faults.push(...found.faults, ...long);
    if (!found.read || long.length > 0) continue;
    const key = keyOf(found.read);
    const before = seen.get(key);
    if (before !== undefined) {
      faults.push({ row: cells.row, column: 'period', key: 'twice', value: `${before}`, names: [] });
    }
    seen.set(key, before ?? cells.row);
    read.push({
      row: cells.row,
      waiting: { ...found.read, id: randomUUID(), hasValue: true, keepsGrowth: !hasGrowth },
    });
  }
  return { read, faults };
}

const keyOf = (read: ReadCited) => [read.indicatorCode, read.orgUnitCode, read.periodCode, read.vintage].join(' ');

/** Texts longer than the form allows, or with characters that no text has. */
function tooLong(cells: CitedCells): CellFault[] {
  const most = { locator: longest.locator, quote: longest.quote, note: longest.note } as const;
  return (Object.keys(most) as (keyof typeof most)[])
    .filter((column) => cells[column].length > most[column] || /[^\P{Cc}\n\r\t]/u.test(cells[column]))
    .map((column) => ({ row: cells.row, column, key: 'tooLong', value: cells[column].slice(0, 40), names: [] }));
}

/** What would be stored, and what it would replace, in a few characters. */
function markOf(fresh: readonly ReadRow[], shown: ReadonlyMap<string, ShownNow>): string {
  const told = fresh.map(({ waiting: { id, ...rest } }) => [rest, shown.get(id)?.revision ?? null]);
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32);
}

type Tell = Readonly<Record<'indicator' | 'unit', ReturnType<typeof nameTeller>>>;

function previewRow({ row, waiting }: ReadRow, shown: ShownNow | undefined, tell: Tell): PreviewRow {
  const { value, decimals, qualifier, qualifierPrinted } = waiting;
  return {
    row,
    indicator: tell.indicator(waiting.indicatorCode),
    unit: tell.unit(waiting.orgUnitCode),
    periodCode: waiting.periodCode,
    old: shown?.value != null ? { value: shown.value, decimals: shown.decimals ?? 0 } : null,
    now: { value, decimals, qualifier, qualifierPrinted },
    growth: { old: shown?.reportedYoy ?? null, now: waiting.reportedYoy, isKept: waiting.keepsGrowth === true },
  };
}
