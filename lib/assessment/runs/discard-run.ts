import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { run } from '@/db/schema/assessment';
import { command } from '@/lib/access/command';
import { runToChange } from '@/lib/assessment/runs/queries';

/** Deletes an unpublished run with its scores. A published run is refused. */
export const discardRun = command({
  name: 'run.discard',
  input: z.strictObject({ id: z.string().max(64), version: z.int() }),
  async run({ tx }, { id, version }) {
    const found = await runToChange(tx, { id, version, states: ['trial', 'approved'] });
    await tx.delete(run).where(eq(run.id, id));
    const { schemeCode, schemeVersion, periodCode, state, sha256 } = found;
    const before = { schemeCode, schemeVersion, periodCode, state, sha256 };
    return { result: id, changes: [{ subject: `run/${id}`, before, after: null }] };
  },
});
