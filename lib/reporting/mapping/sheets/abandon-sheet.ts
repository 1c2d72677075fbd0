import { command, type Done } from '@/lib/access/command';
import { SheetVersion } from '@/lib/reporting/mapping/mapping-input';
import { lockedSheet, writeSheet } from '@/lib/reporting/mapping/sheets/locked-sheet';

/** Gives up an open sheet: nothing of it is recorded, and it stays readable. */
export const abandonSheet = command({
  name: 'mapping.abandon',
  input: SheetVersion,
  async run(work, shown): Promise<Done<string>> {
    const sheet = await lockedSheet(work, shown);
    await writeSheet(work, sheet, { state: 'abandoned' });
    const changes = [
      { subject: `mappedSheet/${sheet.id}`, before: { state: 'open' }, after: { state: 'abandoned' } },
    ] as const;
    return { result: sheet.id, changes };
  },
});
