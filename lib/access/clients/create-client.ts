import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { apiClient } from '@/db/schema/clients';
import { freshToken, tokenHash } from '@/lib/access/auth/tokens';
import { isUnitThere } from '@/lib/access/clients/queries';
import {
  clientScopes,
  type HandedToken,
  hostOf,
  longestAddress,
  mostDays,
  readingRoles,
  shownLength,
  tokenPrefix,
  writingRoles,
} from '@/lib/access/clients/words';
import { command } from '@/lib/access/command';
import { unitRoles } from '@/lib/access/words';
import { daysSince, todayOf } from '@/lib/catalogue/today';
import { type FieldFault, faultyInput } from '@/lib/errors';
import { Code, Day, line } from '@/lib/reporting/collections/terms';
import { outboxUrls } from '@/lib/settings';

/**
 * Lets a program read by a token, and write where it is given so, which is in the answer alone: the product keeps its hash.
 * Refuses a day that is over or too far, a role of a unit without one, a unit that there is not, and writing as a role that
 * only reads, all at once.
 */
export const createClient = command({
  name: 'apiClient.create',
  input: z.strictObject({
    name: line(2, 40),
    role: z.enum(readingRoles),
    scope: z.enum(clientScopes).default('read'),
    /** Empty for every unit of which the role reads. */
    unitCode: Code.or(z.literal('')),
    expiresOn: Day,
    /** Empty for nowhere. */
    webhook: line(0, longestAddress).default(''),
  }),
  async run(work, { name, role, scope, unitCode, expiresOn, webhook }) {
    const { tx, principal, now } = work;
    const faults: Pick<FieldFault, 'field' | 'key'>[] = [];
    if (unitCode === '' && unitRoles.includes(role))
      faults.push({ field: 'unitCode', key: 'clients.refused.unitMissing' });
    if (unitCode !== '' && !(await isUnitThere(work, unitCode))) faults.push({ field: 'unitCode', key: 'unknownUnit' });
    if (scope === 'write' && !writingRoles.includes(role))
      faults.push({ field: 'scope', key: 'clients.refused.roleReads' });
    if (webhook !== '' && outboxUrls(webhook)?.length !== 1)
      faults.push({ field: 'webhook', key: 'clients.refused.notAnAddress' });
    const days = daysSince(todayOf(work), expiresOn);
    if (days < 0) faults.push({ field: 'expiresOn', key: 'clients.refused.dayOver' });
    if (days > mostDays) faults.push({ field: 'expiresOn', key: 'clients.refused.dayFar' });
    if (faults.length > 0) throw faultyInput(faults);
    const token = `${tokenPrefix}${freshToken()}`;
    const [id, tokenStart] = [randomUUID(), token.slice(0, shownLength)];
    const unit = unitCode || null;
    await tx.insert(apiClient).values({
      ...{
        id,
        name,
        role,
        scope,
        unitCode: unit,
        tokenHash: tokenHash(token),
        tokenStart,
        expiresOn,
        webhook,
        toldUntil: now,
      },
      ...{ createdBy: principal.userId, createdAt: now },
    });
    const result: HandedToken = { name, token, expiresOn };
    const after = {
      name,
      role,
      clientScope: scope,
      unitCode: unit,
      expiresOn,
      tokenStart,
      webhookHost: hostOf(webhook),
    };
    return { result, changes: [{ subject: `apiClient/${id}`, before: null, after }] };
  },
});
