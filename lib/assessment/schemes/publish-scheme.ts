import { and, eq } from 'drizzle-orm';
import { schemeVersion } from '@/db/schema/assessment';
import { command } from '@/lib/access/command';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { blocksPublication, checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { draftAt, draftMoved } from '@/lib/assessment/schemes/queries';
import { storedScheme } from '@/lib/assessment/schemes/read-scheme';
import { renameScheme } from '@/lib/assessment/schemes/rename-scheme';
import { Draft } from '@/lib/assessment/schemes/scheme-input';
import { Refusal } from '@/lib/errors';
import { writtenMoment } from '@/lib/i18n/moments';

/**
 * Publishes a draft, which then stays unchanged; the version published before is superseded. Refuses the person who
 * edited it last, a draft changed meanwhile, and one with blocking findings.
 */
export const publishScheme = command({
  name: 'scheme.publish',
  input: Draft,
  async run(work, { code, version }) {
    const { tx, principal, now } = work;
    const { draft, versions } = await draftAt(work, { code, version });
    if (draft.editedBy === principal.userId) throw new Refusal('forbidden', 'schemes.refused.ownDraft');
    const document = storedScheme(draft.document);
    const catalogue = await schemeCatalogue(document.peerGroup, writtenMoment(now).slice(0, 10), tx);
    const faults = checkScheme(document, catalogue).filter(blocksPublication);
    if (faults[0]) throw new Refusal('conflict', 'schemes.refused.unfinished', { count: faults.length });
    const earlier = versions.find(({ state }) => state === 'published');
    if (earlier) {
      await tx
        .update(schemeVersion)
        .set({ state: 'superseded', version: earlier.version + 1 })
        .where(and(eq(schemeVersion.schemeCode, code), eq(schemeVersion.number, earlier.number)));
    }
    const published = await tx
      .update(schemeVersion)
      .set({ state: 'published', version: version + 1, publishedBy: principal.userId, publishedAt: now })
      .where(
        and(
          eq(schemeVersion.schemeCode, code),
          eq(schemeVersion.number, draft.number),
          eq(schemeVersion.version, version),
          eq(schemeVersion.state, 'draft'),
        ),
      )
      .returning({ number: schemeVersion.number });
    if (published.length === 0) throw await draftMoved(work, code);
    await renameScheme(work, code, document);
    const before = { number: draft.number, state: 'draft', published: earlier?.number ?? null };
    const after = { number: draft.number, state: 'published', published: draft.number };
    return { result: code, changes: [{ subject: `scheme/${code}`, before, after }] };
  },
});
