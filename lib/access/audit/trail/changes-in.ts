import type { TrailChange } from '@/lib/access/audit/trail/words';

/** What an event says that changed. What somebody has written there past the product is shown as one value. */
export function changesIn(stored: string): readonly TrailChange[] {
  const read = parsed(stored);
  if (!Array.isArray(read)) return [{ subject: '', before: null, after: read }];
  return read.map((change: unknown) => {
    if (typeof change !== 'object' || change === null || !('subject' in change))
      return { subject: '', before: null, after: change };
    const { subject, before = null, after = null } = change as Partial<TrailChange>;
    return { subject: String(subject), before, after };
  });
}

function parsed(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return stored;
  }
}
