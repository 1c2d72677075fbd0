import * as z from 'zod';
import { command } from '@/lib/access/command';
import { addDraft } from '@/lib/assessment/schemes/add-draft';
import { lockedScheme } from '@/lib/assessment/schemes/queries';
import { storedScheme } from '@/lib/assessment/schemes/read-scheme';
import { SchemeCode, VersionNote } from '@/lib/assessment/schemes/scheme-input';
import { Refusal } from '@/lib/errors';

/**
 * Begins a new version of a published scheme, as a draft with the same content. Refuses a second draft. Returns its
 * number.
 */
export const reviseScheme = command({
  name: 'scheme.revise',
  input: z.strictObject({ code: SchemeCode, note: VersionNote }),
  async run(work, { code, note }) {
    const found = await lockedScheme(work.tx, code);
    const published = found.versions.find(({ state }) => state === 'published');
    if (!published) throw new Refusal('conflict', 'schemes.refused.notPublished');
    const document = storedScheme(published.document);
    const number = await addDraft(work, { code, document, note, basedOn: published.number }, found);
    const after = { number, basedOn: published.number, note };
    return { result: { code, number }, changes: [{ subject: `scheme/${code}`, before: null, after }] };
  },
});
