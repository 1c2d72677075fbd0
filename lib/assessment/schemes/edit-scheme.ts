import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { schemeVersion } from '@/db/schema/assessment';
import { command } from '@/lib/access/command';
import { changesBetween, type SchemeChange } from '@/lib/assessment/schemes/compare/compare-schemes';
import { withEnglishNames } from '@/lib/assessment/schemes/english-names';
import { draftAt, draftMoved, isDemonstrationGroup } from '@/lib/assessment/schemes/queries';
import { schemeFrom, storedScheme } from '@/lib/assessment/schemes/read-scheme';
import { renameScheme } from '@/lib/assessment/schemes/rename-scheme';
import { Draft, VersionNote } from '@/lib/assessment/schemes/scheme-input';

/**
 * Replaces the draft of a scheme. The draft may be unfinished, but must be a scheme: refuses the first faulty field, by
 * its path, and a draft changed since it was opened. Returns the draft's new version.
 */
export const editScheme = command({
  name: 'scheme.edit',
  input: Draft.extend({ document: z.unknown(), note: VersionNote }),
  async run(work, { code, version, document: json, note }) {
    const document = schemeFrom(withEnglishNames(json));
    const { draft, versions } = await draftAt(work, { code, version });
    if (isDeepStrictEqual(draft.document, document) && draft.note === note) return { result: version, repeated: true };
    await isDemonstrationGroup(work, document.peerGroup);
    const written = await work.tx
      .update(schemeVersion)
      .set({ document, note, version: version + 1, editedBy: work.principal.userId, editedAt: work.now })
      .where(
        and(
          eq(schemeVersion.schemeCode, code),
          eq(schemeVersion.number, draft.number),
          eq(schemeVersion.version, version),
          eq(schemeVersion.state, 'draft'),
        ),
      )
      .returning({ version: schemeVersion.version });
    if (written.length === 0) throw await draftMoved(work, code);
    if (versions.every(({ state }) => state === 'draft')) await renameScheme(work, code, document);
    const changes = changesBetween(storedScheme(draft.document), document);
    return {
      result: version + 1,
      changes: [
        {
          subject: `scheme/${code}`,
          before: { version, note: draft.note, ...changedValues(changes, 'before') },
          after: { version: version + 1, note, ...changedValues(changes, 'after') },
        },
      ],
    };
  },
});

function changedValues(changes: readonly SchemeChange[], side: 'before' | 'after') {
  return Object.fromEntries(changes.flatMap((one) => (one[side] === undefined ? [] : [[one.path, one[side]]])));
}
