import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { bulletin } from '@/db/schema/bulletins';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ShownBulletin } from './bulletin-input';
import { bulletinContent, contentMark } from './content';
import { bulletinDocx } from './docx-document';
import { bulletinSubject, citedBulletin, lockedBulletin } from './queries';
import { refuseFaults } from './refuse-faults';
import { holdSource } from './register/queries';
import { sourceOf } from './sources';

/**
 * Issues a checked document: it gets the next number of its year, its numbers are looked up once more, and its words and its file
 * are kept as they are from then on. Refuses one that was not checked, or that reads otherwise since, and one whose source is not out any more.
 */
export const issueBulletin = command({
  name: 'bulletin.issue',
  input: ShownBulletin,
  async run(work, { id, version }) {
    const { principal, tx, now } = work;
    // Two documents at once would take the same number.
    await tx.execute(sql`lock table bulletin in share row exclusive mode`);
    const held = await lockedBulletin(work, id, version);
    if (held.state !== 'checked') throw new Refusal('conflict', 'bulletins.refused.unchecked');
    await holdSource(work, sourceOf(held));
    const source = await refuseFaults(work, held, held);
    const corrects = await citedBulletin(work, held.correctsId, held);
    if (held.checkedAs !== contentMark(bulletinContent(held, source, { number: null, corrects })))
      throw new Refusal('conflict', 'bulletins.refused.changedSince');
    const year = Number(held.dated.slice(0, 4));
    const [last] = await tx.execute<{ number: number }>(sql`
      select coalesce(max(number), 0)::int as number from bulletin where word = ${held.word} and year = ${year}`);
    const number = (last?.number ?? 0) + 1;
    const content = bulletinContent(held, source, { number, corrects });
    const file = new Uint8Array(await bulletinDocx(content));
    const sha256 = createHash('sha256').update(file).digest('hex');
    await tx
      .update(bulletin)
      .set({
        ...{ state: 'issued', year, number, frozen: content, heading: content.title, file, sha256 },
        ...{ issuedBy: principal.userId, issuedAt: now, version: version + 1 },
      })
      .where(eq(bulletin.id, id));
    const after = { state: 'issued', reference: content.reference, title: content.title, sha256 };
    return { result: { id }, changes: [{ subject: bulletinSubject(id), before: { state: 'checked' }, after }] };
  },
});
