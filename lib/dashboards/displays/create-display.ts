import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { display } from '@/db/schema/displays';
import { freshToken, tokenHash } from '@/lib/access/auth/tokens';
import { mostDays, shownLength } from '@/lib/access/clients/words';
import { command } from '@/lib/access/command';
import { daysSince, todayOf } from '@/lib/catalogue/today';
import { type FieldFault, faultyInput } from '@/lib/errors';
import { Code, CollectionId, Day, line } from '@/lib/reporting/collections/terms';
import { originIn } from './origin';
import { arePublished } from './queries';
import { type DisplayItem, displayLimits, displayPrefix, type HandedDisplay } from './words';

const Item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board'), id: CollectionId }),
  z.strictObject({ kind: z.literal('ranking'), scheme: Code }),
]);

/**
 * Lets a wall or another site show published boards and rankings by a token, which is in the answer alone: the product keeps its
 * hash. Refuses what is not published, a site that is none, and a day that is over or too far, all at once.
 */
export const createDisplay = command({
  name: 'display.create',
  input: z.strictObject({
    name: line(2, 40),
    items: z.array(Item).min(1).max(displayLimits.items),
    origins: z.array(z.string().max(200)).max(displayLimits.origins),
    expiresOn: Day,
  }),
  async run(work, { name, items, expiresOn, ...asked }) {
    const { tx, principal, now } = work;
    const faults: Pick<FieldFault, 'field' | 'key'>[] = [];
    if (!(await arePublished(work, items))) faults.push({ field: 'items', key: 'displays.refused.notPublished' });
    const origins = [...new Set(asked.origins.map(originIn))];
    if (origins.includes(null)) faults.push({ field: 'origins', key: 'displays.refused.noOrigin' });
    const days = daysSince(todayOf(work), expiresOn);
    if (days < 0) faults.push({ field: 'expiresOn', key: 'clients.refused.dayOver' });
    if (days > mostDays) faults.push({ field: 'expiresOn', key: 'clients.refused.dayFar' });
    if (faults.length > 0) throw faultyInput(faults);
    const token = `${displayPrefix}${freshToken()}`;
    const [id, tokenStart] = [randomUUID(), token.slice(0, shownLength)];
    const allowed = origins.filter((origin) => origin !== null);
    await tx.insert(display).values({
      ...{ id, name, items, origins: allowed, tokenHash: tokenHash(token), tokenStart, expiresOn },
      ...{ createdBy: principal.userId, createdAt: now },
    });
    const boards = items.flatMap((item: DisplayItem) => (item.kind === 'board' ? item.id : []));
    const result: HandedDisplay = { name, token, expiresOn, boards, isFramed: allowed.length > 0 };
    const schemes = items.flatMap((item: DisplayItem) => (item.kind === 'ranking' ? item.scheme : []));
    const after = { name, boards, schemes, origins: allowed, expiresOn, tokenStart };
    return { result, changes: [{ subject: `display/${id}`, before: null, after }] };
  },
});
