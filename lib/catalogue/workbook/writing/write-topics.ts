import { topic } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { NewCode } from '@/lib/catalogue/groups/group-input';
import { createTopic } from '@/lib/catalogue/topics/create-topic';
import { editTopic } from '@/lib/catalogue/topics/edit-topic';
import { orderTopics, refuseTopic } from '@/lib/catalogue/topics/order-topics';
import { lockedTopics } from '@/lib/catalogue/topics/queries';
import type { KnownRow } from '@/lib/catalogue/workbook/words';
import { giveWithin } from '@/lib/catalogue/workbook/writing/give-within';
import { insertRows } from '@/lib/catalogue/workbook/writing/insert-rows';
import { englishIn, type Progress } from '@/lib/catalogue/workbook/writing/progress';

const columns = { parentCode: 'parent' } as const;

/** New topics, the last below their parents, and changed names and parents. */
export async function writeTopics(work: Work, progress: Progress): Promise<void> {
  await addTopics(work, progress);
  for (const differing of progress.differing('topics')) {
    const { row, held } = differing;
    const version = progress.state.topics.find(({ code }) => code === row.code)?.version ?? 0;
    const done = await giveWithin(work, { progress, row, columns }, editTopic, {
      ...{ code: row.code, version, nameZh: row.values.nameZh ?? held.nameZh, nameEn: englishIn(row, held, 'nameEn') },
      ...{ parentCode: row.values.parent ?? held.parent ?? '', after: null },
    });
    if (done) progress.tellCells(differing, differing.columns, 'changed');
  }
}

async function addTopics(work: Work, progress: Progress): Promise<void> {
  const made = progress.fresh('topics');
  if (made.length === 0) return;
  const topics = await lockedTopics(work);
  const known = [...topics];
  let last = Math.max(0, ...topics.map(({ sortOrder }) => sortOrder));
  const added = new Set<KnownRow>();
  // Each after its parent, wherever that stands in the sheet.
  for (let left = made; left.length > 0; ) {
    const codes = new Set(known.map(({ code }) => code));
    const ready = left.filter(({ values: { parent = '' } }) => parent === '' || codes.has(parent));
    for (const row of ready.length > 0 ? ready : left) {
      const { nameZh = '', nameEn = '', parent: parentCode = '' } = row.values;
      const input = progress.parsed(row, createTopic, { nameZh, nameEn, parentCode }, columns);
      if (!NewCode.safeParse(row.code).success) progress.fault(row, 'code', 'input', { field: 'code' });
      if (input !== null) progress.ruled(row, columns, () => refuseTopic(known, null, input));
      if (input === null || progress.hasFault(row)) continue;
      last += 1;
      const told = { nameZh: input.nameZh, nameEn: input.nameEn || input.nameZh, parentCode: parentCode || null };
      known.push({ ...told, code: row.code, sortOrder: last, version: 1 });
      added.add(row);
      progress.tell(row, 'created', null, { after: input.nameZh });
      progress.changes.push({ subject: `topic/${row.code}`, before: null, after: told });
    }
    left = ready.length > 0 ? left.filter((row) => !ready.includes(row)) : [];
  }
  progress.lose(made.filter((row) => !added.has(row)));
  await insertRows(work.tx, topic, known.slice(topics.length));
  await orderTopics(work, known);
}
