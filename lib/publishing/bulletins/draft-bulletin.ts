import { randomUUID } from 'node:crypto';
import { bulletin } from '@/db/schema/bulletins';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { BulletinFrame, BulletinRun } from './bulletin-input';
import { bulletinSource, bulletinSubject, citedBulletin } from './queries';
import { refuseFrame } from './refuse-faults';

/**
 * Drafts a document on a published run, in words that rules write from it. Refuses a run that is not published, or not any more,
 * numbers typed around the text, and a document to correct that was not issued.
 */
export const draftBulletin = command({
  name: 'bulletin.draft',
  input: BulletinRun.extend(BulletinFrame.shape),
  async run(work, { run: runId, corrects, ...frame }) {
    const source = await bulletinSource(work.principal, runId, work.tx);
    if (!source) throw new Refusal('notFound', 'bulletins.refused.noRun');
    refuseFrame(frame, source);
    const correctsId = corrects || null;
    const corrected = await citedBulletin(work, correctsId);
    const id = randomUUID();
    const { title, body } = source.firstText();
    await work.tx.insert(bulletin).values({
      ...{ id, runId, correctsId, ...frame, title, body },
      ...{ editedBy: work.principal.userId, editedAt: work.now },
    });
    const after = {
      ...{ ...source.about, ...frame, title, wording: body, state: 'draft' },
      ...(corrected && { corrects: corrected.reference }),
    };
    return { result: { id }, changes: [{ subject: bulletinSubject(id), before: null, after }] };
  },
});
