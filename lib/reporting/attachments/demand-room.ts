import { Refusal } from '@/lib/errors';
import { mostEvidence } from '@/lib/reporting/attachments/words';

/** Refuses one more file where a list has as many as it may have; the count is of those that it holds. */
export function demandRoom(held: number): void {
  if (held >= mostEvidence) throw new Refusal('limit', 'evidenceFull', { field: 'file', most: mostEvidence });
}
