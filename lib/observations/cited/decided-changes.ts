import type { Change } from '@/lib/access/audit/record-event';
import type { ChosenRow } from '@/lib/observations/cited/chosen-cited';
import { figureSubject } from '@/lib/observations/cited/figure-subject';
import { batchName } from '@/lib/observations/cited/words';

/** What the trail keeps of a decision: a change for each figure, and one for a whole file. */
export function decidedChanges(
  rows: readonly ChosenRow[],
  state: 'confirmed' | 'refused' | 'takenBack',
  reason = '',
): [Change, ...Change[]] {
  const said = { state, ...(reason !== '' && { reason }) };
  const batchId = rows[0]?.batchId;
  if (batchId) {
    const after = { ...said, fileName: batchName(batchId), count: rows.length };
    return [{ subject: `citedBatch/${batchId}`, before: { state: 'waiting' }, after }];
  }
  const [first, ...others] = rows.map((row) => ({
    subject: figureSubject(row),
    before: { state: 'waiting' },
    after: { ...said, ...(row.kind === 'record' && row.value !== null && { value: row.value }) },
  }));
  if (!first) throw new Error('a decision about no figure');
  return [first, ...others];
}
