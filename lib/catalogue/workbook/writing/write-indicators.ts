import type { Work } from '@/lib/access/command';
import { editIndicator } from '@/lib/catalogue/indicators/editing/edit-indicator';
import type { ColumnKey } from '@/lib/catalogue/workbook/words';
import { addIndicators, fieldsOf } from '@/lib/catalogue/workbook/writing/add-indicators';
import { giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import { englishIn, type Progress } from '@/lib/catalogue/workbook/writing/progress';

const columns = { topicCode: 'topic' } as const;
/** Columns that commands of their own write. */
const others: readonly ColumnKey[] = ['formula', 'formulaUnit', 'retiredOn', 'replacedBy'];

/** New indicators with their definitions, and changed ones. Formulas and last days are written behind them. */
export async function writeIndicators(work: Work, progress: Progress): Promise<void> {
  await addIndicators(work, progress);
  for (const differing of progress.differing('indicators')) {
    const { row, held } = differing;
    const edits = differing.columns.filter((column) => !others.includes(column));
    if (edits.length === 0) continue;
    const version = progress.state.indicators.find((one) => one.row.code === row.code)?.row.version ?? 0;
    const fields = fieldsOf({ ...held, ...row.values });
    const asked = { ...fields, nameEn: englishIn(row, held, 'nameEn'), code: row.code, version, newCode: '' };
    const done = await giveWithin(work, { progress, row, columns }, editIndicator, {
      ...asked,
      unitEn: row.values.unitEn === '' ? held.unitEn : fields.unitEn,
    });
    if (!done || !('changes' in done)) continue;
    progress.raise(`indicator/${row.code}`, version);
    progress.tellCells(differing, edits, 'changed');
  }
}
