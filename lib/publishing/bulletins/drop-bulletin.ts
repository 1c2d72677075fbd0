import { eq } from 'drizzle-orm';
import { bulletin } from '@/db/schema/bulletins';
import { command } from '@/lib/access/command';
import { ShownBulletin } from './bulletin-input';
import { bulletinSubject, lockedBulletin } from './queries';

/** Drops a document that is not issued. */
export const dropBulletin = command({
  name: 'bulletin.drop',
  input: ShownBulletin,
  async run(work, { id, version }) {
    const { title, body, state } = await lockedBulletin(work, id, version);
    await work.tx.delete(bulletin).where(eq(bulletin.id, id));
    return {
      result: { id },
      changes: [{ subject: bulletinSubject(id), before: { title, wording: body, state }, after: null }],
    };
  },
});
