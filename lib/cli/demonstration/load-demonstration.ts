import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Tx } from '@/db/client';
import { target } from '@/db/schema/monitoring';
import { checkRule } from '@/db/schema/reporting';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { ensureDemonstrationAccounts } from '@/lib/access/users/demonstration/ensure-accounts';
import { loadCatalogue } from '@/lib/cli/load-catalogue';
import { loadPlace } from '@/lib/cli/load-place';
import { outcomeOf } from '@/lib/reporting/import/queries';
import { writeFigures } from '@/lib/reporting/import/store-figures';
import { addStarterRules } from '@/lib/reporting/rules/add-starter-rules';
import { afterAll, readDemonstration, readDemonstrationPlace } from './catalogue';
import { inventedFigures } from './figures';
import { loadLamps } from './lamps';
import { momentIn, reportedMonth } from './months';
import { demonstrationRules } from './rules';
import { safetyFigures, safetyTargets, safetyYears } from './safety-years';
import { inventedTargets } from './targets';
import { loadTowns } from './towns';
import { zoneFigures, zoneTargets } from './zones';

/**
 * Loads the demonstration: invented units and indicators with three years of figures, targets, rules, and its accounts.
 * Existing rows stay, and outside the built-in product nothing is done.
 */
export const loadDemonstration = command({
  name: 'demonstration.load',
  input: z.strictObject({}),
  async run(work) {
    if (!work.policy.isEmbedded) return { result: 0, repeated: true };
    const loaded = await loadData(work);
    const accounts = await ensureDemonstrationAccounts(work);
    const [first, ...others] = [...loaded, ...accounts];
    if (!first) return { result: 0, repeated: true };
    return { result: 1 + others.length, changes: [first, ...others] };
  },
});

const folder = 'db/dataset/demonstration';

/** The files of the demonstration, and the hash by which the database knows that they were loaded. */
function filesWithId() {
  const files = readDemonstration();
  return { files, id: createHash('sha256').update(JSON.stringify(files)).digest('hex') };
}

/** Whether the database has a demonstration of other files, which an earlier product loaded. */
export async function isOfEarlier(tx: Tx): Promise<boolean> {
  const [found] = await tx.execute<{ any: boolean; own: boolean }>(sql`
    select exists (select from import_batch where file_name = ${folder}) as any,
      exists (select from import_batch where id = ${filesWithId().id}) as own`);
  return found?.any === true && !found.own;
}

async function loadData(work: Work): Promise<Change[]> {
  const { tx, principal, now } = work;
  const { files, id } = filesWithId();
  if (await outcomeOf(tx, id)) return [];
  await loadCatalogue(tx, files, afterAll);
  await loadPlace(work, readDemonstrationPlace());
  const reported = reportedMonth(now);
  const outcome = { added: 0, changed: 0, unchanged: 0, inHistory: 0 };
  const [, year] = safetyYears(reported);
  const safety = {
    at: momentIn((year + 1) * 12, 20, 10),
    reason: '演示数据：安全生产年报',
    rows: safetyFigures(reported),
  };
  const batches = [...inventedFigures(reported), ...zoneFigures(reported), safety];
  for (const [at, { at: moment, reason, rows }] of batches.entries()) {
    const batch = { id: at === 0 ? id : `${id}-${at}`, fileName: folder, reason, at: moment };
    const { added, changed, unchanged, inHistory } = await writeFigures(principal, tx, batch, rows);
    // Drops the temporary table now, since the next rows need it within the same transaction.
    await tx.execute(sql`drop table incoming`);
    outcome.added += added;
    outcome.changed += changed;
    outcome.unchanged += unchanged;
    outcome.inHistory += inHistory;
  }
  const invented = [...inventedTargets(reported), ...zoneTargets(reported), ...safetyTargets(reported)];
  const targets = invented.map((row) => ({
    ...row,
    updatedBy: principal.userId,
    updatedAt: now,
  }));
  await tx.insert(target).values(targets).onConflictDoNothing();
  const lampTargets = (await loadLamps(work, reported)) + (await loadTowns(work, reported));
  await addStarterRules(work);
  const rules = demonstrationRules.map((rule) => ({ ...rule, createdBy: principal.userId, createdAt: now }));
  await tx.insert(checkRule).values(rules).onConflictDoNothing();
  return [
    {
      subject: `import/${id}`,
      before: null,
      after: { ...outcome, targets: targets.length + lampTargets, rules: rules.length },
    },
  ];
}
