import * as z from 'zod';
import { command } from '@/lib/access/command';
import { addDraft } from '@/lib/assessment/schemes/add-draft';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { makeScheme } from '@/lib/assessment/schemes/make-scheme';
import { lockedScheme, schemeExists } from '@/lib/assessment/schemes/queries';
import { schemeFrom } from '@/lib/assessment/schemes/read-scheme';
import { SchemeCode, VersionNote } from '@/lib/assessment/schemes/scheme-input';

/**
 * Imports a document as a new scheme, or as a new draft of the scheme that has its code. Refuses a document that is no
 * scheme, naming the first faulty field, and a second draft. Returns the code and the number of the draft.
 */
export const importScheme = command({
  name: 'scheme.import',
  input: z.strictObject({ code: SchemeCode, document: z.unknown(), note: VersionNote }),
  async run(work, { code, document: json, note }) {
    const document = schemeFrom(json, 'file');
    let number = 1;
    if (await schemeExists(work, code)) {
      const found = await lockedScheme(work.tx, code);
      number = await addDraft(work, { code, document, note, basedOn: null }, found);
    } else {
      await makeScheme(work, { code, document, note });
    }
    const { nameZh, peerGroup } = document;
    const after = { number, nameZh, peerGroup, items: itemsOf(document).length, note };
    return { result: { code, number }, changes: [{ subject: `scheme/${code}`, before: null, after }] };
  },
});
