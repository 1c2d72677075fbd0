import { and, eq } from 'drizzle-orm';
import { schemeVersion } from '@/db/schema/assessment';
import type { Change } from '@/lib/access/audit/record-event';
import type { Work } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { approvedRun } from '@/lib/assessment/runs/approve-run';
import { newRun } from '@/lib/assessment/runs/compute-run';
import { publishedRun } from '@/lib/assessment/runs/publish-run';
import { openQuestions } from '@/lib/assessment/runs/queries';
import { makeScheme } from '@/lib/assessment/schemes/make-scheme';
import { schemeExists } from '@/lib/assessment/schemes/queries';
import { exampleSchemes, readExampleScheme } from './shipped-schemes';

/** Why the example rankings have gaps. */
const unpublished = '所引公开资料没有载明，按示例方案的规定处理';

/**
 * Creates the example schemes over the real figures, each with its ranking: as the product itself, so that no official
 * appears to have published them. An existing scheme is left unchanged.
 */
export async function loadExamples(work: Work): Promise<Change[]> {
  const changes: Change[] = [];
  const as = (task: string): Work => ({ ...work, principal: systemPrincipal(task) });
  const [author, reviewer] = [as('example'), as('example-review')];
  for (const one of exampleSchemes) {
    const { code, period } = one;
    if (await schemeExists(work, code)) continue;
    const document = readExampleScheme(one);
    await makeScheme(author, { code, document, note: '示例方案，随产品提供' });
    await work.tx
      .update(schemeVersion)
      .set({ state: 'published', version: 2, publishedBy: reviewer.principal.userId, publishedAt: work.now })
      .where(and(eq(schemeVersion.schemeCode, code), eq(schemeVersion.number, 1)));
    const asked = { schemeCode: code, number: 1, periodCode: period, deadlinePassed: true, withUnconfirmed: false };
    const { id, ...made } = await newRun(author, { ...asked, note: '示例' });
    const { gaps } = await openQuestions(work.tx, { id, scheme: document });
    const acknowledged = gaps.map(({ kind, count }) => ({ kind, count, reason: unpublished }));
    await approvedRun(reviewer, { id, version: 1, acknowledged });
    await publishedRun(author, { id, version: 2, acknowledged, boundsConfirmed: false });
    changes.push(
      { subject: `scheme/${code}`, before: null, after: { number: 1, state: 'published', nameZh: document.nameZh } },
      { subject: `run/${id}`, before: null, after: { ...made, state: 'published' } },
    );
  }
  return changes;
}
