import * as z from 'zod';
import { command } from '@/lib/access/command';
import { conditionKinds } from '@/lib/monitoring/consequences/rules/words';
import { runRules } from '@/lib/monitoring/consequences/run-rules';

/** Runs all rules of consequences now; follow-ups become late without anything being published. Returns how many were proposed. */
export const proposeConsequences = command({
  name: 'consequence.propose',
  input: z.strictObject({}),
  async run(work) {
    const [first, ...more] = await runRules(work, conditionKinds);
    if (!first) return { result: 0, repeated: true };
    const changes = [first, ...more] as const;
    return { result: changes.reduce((sum, { after }) => sum + after.newlyProposed, 0), changes };
  },
});
