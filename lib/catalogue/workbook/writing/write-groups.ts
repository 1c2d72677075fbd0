import { peerGroup } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { createGroup } from '@/lib/catalogue/groups/create-group';
import { editGroup } from '@/lib/catalogue/groups/edit-group';
import { todayOf } from '@/lib/catalogue/today';
import type { KnownRow } from '@/lib/catalogue/workbook/words';
import { giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import { insertRows } from '@/lib/catalogue/workbook/writing/insert-rows';
import { englishIn, type Progress } from '@/lib/catalogue/workbook/writing/progress';

/** New sequences, behind those there are, and changed names, notes and last days. Members have a sheet of their own. */
export async function writeGroups(work: Work, progress: Progress): Promise<void> {
  const made = progress.fresh('groups');
  const names = new Set(progress.tables.groups.map(({ nameZh = '' }) => nameZh));
  const last = Math.max(0, ...progress.state.groups.map(({ sortOrder }) => sortOrder));
  const ready = made.flatMap((row, at) => {
    const { code, values } = row;
    const words = wordsOf(row);
    const asked = { ...words, code, from: todayOf(work), add: [], reason: '' };
    const input = progress.parsed(row, createGroup, asked);
    if (names.has(words.nameZh)) progress.fault(row, 'nameZh', 'groups.refused.nameTaken', { field: 'nameZh' });
    names.add(words.nameZh);
    if (input === null || progress.hasFault(row)) return [];
    const { nameZh, nameEn, noteZh, noteEn } = input;
    const told = { code, nameZh, nameEn: nameEn || nameZh, noteZh, noteEn: noteEn || noteZh };
    return [{ row, told: { ...told, retiredOn: values.retiredOn || null }, sortOrder: last + 1 + at }];
  });
  progress.lose(made.filter((row) => !ready.some((one) => one.row === row)));
  for (const { row, told } of ready) {
    progress.tell(row, 'created', null, { after: told.nameZh });
    progress.changes.push({ subject: `group/${told.code}`, before: null, after: told });
  }
  await insertRows(
    work.tx,
    peerGroup,
    ready.map(({ told, sortOrder }) => ({ ...told, sortOrder })),
  );
  for (const differing of progress.differing('groups')) {
    const { row, held } = differing;
    const version = progress.state.groups.find(({ code }) => code === row.code)?.version ?? 0;
    const asked = {
      ...{ ...wordsOf({ ...row, values: { ...held, ...row.values } }), nameEn: englishIn(row, held, 'nameEn') },
      ...{
        noteEn: englishIn(row, held, 'noteEn'),
        retiredOn: row.values.retiredOn ?? held.retiredOn ?? '',
        code: row.code,
        version,
      },
    };
    const done = await giveWithin(work, { progress, row }, editGroup, asked);
    if (!done || !('changes' in done)) continue;
    progress.raise(`group/${row.code}`, version);
    progress.tellCells(differing, differing.columns, 'changed');
  }
}

const wordsOf = ({ values }: KnownRow) => ({
  nameZh: values.nameZh ?? '',
  nameEn: values.nameEn ?? '',
  noteZh: values.noteZh ?? '',
  noteEn: values.noteEn ?? '',
});
