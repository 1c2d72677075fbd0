import type { TrailChange } from '@/lib/access/audit/trail/words';

/** The changes of a stored event. A text that the product did not write is shown as one value. */
export function changesIn(stored: string): readonly TrailChange[] {
  const read = parseStored(stored);
  if (!Array.isArray(read)) return [{ subject: '', before: null, after: read }];
  return read.map((change: unknown) => {
    if (typeof change !== 'object' || change === null || !('subject' in change))
      return { subject: '', before: null, after: change };
    const { subject, before = null, after = null } = change as Partial<TrailChange>;
    return { subject: String(subject), before, after };
  });
}

function parseStored(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return stored;
  }
}
