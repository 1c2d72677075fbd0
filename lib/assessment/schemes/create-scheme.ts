import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Words } from '@/lib/assessment/schemes/atoms/bounds';
import { makeScheme } from '@/lib/assessment/schemes/make-scheme';
import { proposedCode } from '@/lib/assessment/schemes/propose-code';
import { takenCodes, versionToCopy } from '@/lib/assessment/schemes/queries';
import { schemeFrom } from '@/lib/assessment/schemes/read-scheme';
import { SchemeCode } from '@/lib/assessment/schemes/scheme-input';
import { copiedDocument, startingDocument } from '@/lib/assessment/schemes/starting-document';
import { schemeKinds } from '@/lib/assessment/words';

/**
 * Creates a scheme with a first draft: the starting document, or a copy of another scheme's version. Returns its code,
 * which is made of the name where none is given.
 */
export const createScheme = command({
  name: 'scheme.create',
  input: z.strictObject({
    /** Null: one is made of the name. */
    code: SchemeCode.nullable(),
    nameZh: Words,
    /** Empty: the Chinese name stands on English pages too. */
    nameEn: Words.or(z.literal('')),
    kind: z.enum(schemeKinds),
    peerGroup: SchemeCode,
    copyOf: z.strictObject({ code: SchemeCode, number: z.int().positive() }).nullable(),
  }),
  async run(work, { code: asked, copyOf, ...names }) {
    const head = { ...names, nameEn: names.nameEn || names.nameZh };
    const code = asked ?? proposedCode(head.nameZh, await takenCodes(work));
    const document = schemeFrom(
      copyOf ? copiedDocument(await versionToCopy(work, copyOf), head) : startingDocument(head),
    );
    await makeScheme(work, { code, document, note: '' });
    const after = { ...head, number: 1, ...(copyOf && { copyOf: `${copyOf.code}/${copyOf.number}` }) };
    return { result: code, changes: [{ subject: `scheme/${code}`, before: null, after }] };
  },
});
