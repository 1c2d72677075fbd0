import { eq } from 'drizzle-orm';
import { bulletin } from '@/db/schema/bulletins';
import { command } from '@/lib/access/command';
import { BulletinFrame, BulletinText, ShownBulletin } from './bulletin-input';
import { filledText } from './marks';
import { bulletinSubject, lockedBulletin } from './queries';
import { refuseFaults } from './refuse-faults';

/**
 * Changes the words of a document that is not issued; who changed it last counts as who wrote it, and it is to be checked again.
 * Refuses numbers that are typed by hand, and marks that stand for nothing.
 */
export const editBulletin = command({
  name: 'bulletin.edit',
  input: ShownBulletin.extend(BulletinFrame.shape).extend(BulletinText.shape),
  async run(work, { id, version, ...terms }) {
    const held = await lockedBulletin(work, id, version);
    const { facts } = await refuseFaults(work, held, terms);
    await work.tx
      .update(bulletin)
      .set({
        ...{ ...terms, heading: filledText(terms.title, facts) },
        ...{ state: 'draft', checkedBy: null, checkedAt: null, checkedAs: null, version: version + 1 },
        ...{ editedBy: work.principal.userId, editedAt: work.now },
      })
      .where(eq(bulletin.id, id));
    const { organ, word, addressee, classification, dated, title, body, state } = held;
    const { body: wording, ...told } = terms;
    const before = { organ, word, addressee, classification, dated, title, wording: body, state };
    return {
      result: { id },
      changes: [{ subject: bulletinSubject(id), before, after: { ...told, wording, state: 'draft' } }],
    };
  },
});
