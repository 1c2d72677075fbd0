import { eq } from 'drizzle-orm';
import { bulletin } from '@/db/schema/bulletins';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ShownBulletin } from './bulletin-input';
import { bulletinContent, contentMark } from './content';
import { bulletinSubject, citedBulletin, lockedBulletin } from './queries';
import { refuseFaults } from './refuse-faults';

/** Marks a draft as checked, by another person than who wrote it. Refuses a draft of one's own and words that are not bound. */
export const checkBulletin = command({
  name: 'bulletin.check',
  input: ShownBulletin,
  async run(work, { id, version }) {
    const { principal, tx, now } = work;
    const held = await lockedBulletin(work, id, version);
    if (held.state === 'checked') throw new Refusal('conflict', 'bulletins.refused.checked');
    if (held.editedBy === principal.userId) throw new Refusal('conflict', 'bulletins.refused.ownDraft');
    const source = await refuseFaults(work, held, held);
    const corrects = await citedBulletin(work, held.correctsId, held);
    const checkedAs = contentMark(bulletinContent(held, source, { number: null, corrects }));
    await tx
      .update(bulletin)
      .set({ state: 'checked', checkedBy: principal.userId, checkedAt: now, checkedAs, version: version + 1 })
      .where(eq(bulletin.id, id));
    return {
      result: { id },
      changes: [{ subject: bulletinSubject(id), before: { state: 'draft' }, after: { state: 'checked' } }],
    };
  },
});
