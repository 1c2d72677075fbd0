import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { indicator } from '@/db/schema/catalogue';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { RetirementInput } from '@/lib/catalogue/indicators/editing/indicator-input';
import { namedIndicator } from '@/lib/catalogue/indicators/editing/queries';
import { lockedIndicator } from '@/lib/catalogue/indicators/locked-indicator';
import { orPropose } from '@/lib/catalogue/proposals/propose';
import { Refusal } from '@/lib/errors';
import { writtenMoment } from '@/lib/i18n/moments';

/**
 * Retires an indicator after a day, names the one that takes its place, or takes it back into use. Where the present or
 * the new last day has passed it becomes a proposal.
 */
export const retireIndicator = command({
  name: 'indicator.retire',
  input: RetirementInput.extend({ version: z.int() }),
  async run(work, { version, ...typed }) {
    const held = await lockedIndicator(work, typed.code, version);
    const asked = { ...typed, replacedBy: (await namedIndicator(work, 'replacedBy', typed.replacedBy)) ?? '' };
    const today = writtenMoment(work.now).slice(0, 10);
    const isPast = [held.retiredOn, asked.retiredOn].some((day) => day !== null && day < today);
    const reach = {
      ...{ reachesPast: isPast, subject: `indicator/${asked.code}`, reason: asked.reason },
      was: () => ({ retiredOn: held.retiredOn, replacedBy: held.replacedBy ?? '' }),
    };
    return orPropose(work, 'indicator.retire', asked, reach, (within) => applyLastDay(within, asked));
  },
});

/** Stores the last day of an indicator and its successor. Refuses itself, a retired one, and one that leads back to it. */
export async function applyLastDay(work: Work, asked: RetirementInput): Promise<readonly [Change]> {
  const { code, retiredOn, reason } = asked;
  const held = await lockedIndicator(work, code);
  const replacedBy = retiredOn === null ? null : await namedIndicator(work, 'replacedBy', asked.replacedBy);
  if (replacedBy !== null) {
    const successor = await lockedIndicator(work, replacedBy);
    const isGone = successor.retiredOn !== null && retiredOn !== null && successor.retiredOn <= retiredOn;
    if (replacedBy === code || isGone)
      throw new Refusal('invalid', 'catalogue.refused.successorRetired', { field: 'replacedBy' });
  }
  if (held.retiredOn === retiredOn && held.replacedBy === replacedBy)
    throw new Refusal('conflict', 'catalogue.refused.nothingChanges', { field: 'retiredOn' });
  await work.tx
    .update(indicator)
    .set({ retiredOn, replacedBy, version: held.version + 1 })
    .where(eq(indicator.code, code));
  const before = { retiredOn: held.retiredOn, replacedBy: held.replacedBy };
  return [{ subject: `indicator/${code}`, before, after: { retiredOn, replacedBy, reason } }];
}
