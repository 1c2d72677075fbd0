import { randomUUID } from 'node:crypto';
import { bulletin } from '@/db/schema/bulletins';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { BulletinFrame, BulletinOn } from './bulletin-input';
import { filledText } from './marks';
import { bulletinSubject, citedBulletin } from './queries';
import { refuseFrame } from './refuse-faults';
import { readSource } from './register/queries';
import { rowOf } from './sources';

/**
 * Drafts a document of a kind on its source, in words that rules write from it. Refuses a source that is not out, or not any more,
 * numbers typed around the text, and a document to correct that is not an issued one of the same kind and unit.
 * A letter that names no addressee goes to its unit.
 */
export const draftBulletin = command({
  name: 'bulletin.draft',
  input: BulletinOn.extend(BulletinFrame.shape),
  async run(work, { source: on, corrects, ...asked }) {
    const source = await readSource(work.principal, on, work.tx);
    if (!source) throw new Refusal('notFound', 'bulletins.refused.noSource');
    const frame = { ...asked, addressee: asked.addressee || (source.unit?.nameZh ?? '') };
    refuseFrame(frame, source);
    const row = { ...rowOf(on), unit: source.unit?.code ?? null };
    const correctsId = corrects || null;
    const corrected = await citedBulletin(work, correctsId, row);
    const id = randomUUID();
    const { title, body } = source.firstText();
    const heading = filledText(title, source.facts);
    await work.tx.insert(bulletin).values({
      ...{ id, ...row, correctsId, ...frame, title, body, heading, subject: source.subject },
      ...{ editedBy: work.principal.userId, editedAt: work.now },
    });
    const after = {
      ...{ documentKind: on.kind, ...source.about, ...frame, title, wording: body, state: 'draft' },
      ...(corrected && { corrects: corrected.reference }),
    };
    return { result: { id }, changes: [{ subject: bulletinSubject(id), before: null, after }] };
  },
});
