import type { CellValue } from 'hucre/xlsx';
import type { Database } from '@/db/client';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import type { Vintage } from '@/lib/observations/words';
import { comparedFigures } from '@/lib/reporting/mapping/compare-figures';
import { readMapped } from '@/lib/reporting/mapping/read-mapped';
import { citeSheet } from '@/lib/reporting/mapping/sheets/cite-sheet';
import { mappableNames, mappedSheet, shownFigures } from '@/lib/reporting/mapping/sheets/queries';
import { sheetIn } from '@/lib/reporting/mapping/stored-sheet';
import { mappedSource } from '@/lib/testing/mapped-catalogue';

/** A monthly report with two indicators of two units, and one that nobody knows. */
export const monthly = (month: number): CellValue[][] => [
  [`2026年${month}月主要指标（单位：亿元）`],
  ['地区', '固定资产投资', '税收收入'],
  ['甲区', 3 + month / 100, 1 + month / 100],
  ['乙县', 4 + month / 100, 2 + month / 100],
  ['示范区', 5, 3],
  ['合计', 12, 6],
];

type Given = { readonly id: string; readonly who: Principal; readonly now: Date; readonly database: Database };

/** Previews a sheet as its page does, and records what was previewed. Returns the batch. */
export async function citedFrom(
  { id, who, now, database }: Given,
  more: { rankScope?: string; vintage?: Vintage } & object = {},
): Promise<string> {
  const { rankScope, vintage } = { rankScope: '', vintage: 'preliminary' as const, ...more };
  const view = await mappedSheet(who, id);
  if (!view) throw new Error('no sheet');
  const applied = readMapped(sheetIn(view.sheet), view.mapping, await mappableNames(who));
  const shown = await shownFigures(who, applied.figures);
  const { follows } = comparedFigures(applied, shown, { vintage, rankScope: '' });
  const asked = { id, version: view.version, sourceCode: mappedSource, vintage, rankScope, reason: '', follows };
  const { batchId } = await perform(citeSheet, who, { ...asked, ...more }, { now, database });
  return batchId;
}
