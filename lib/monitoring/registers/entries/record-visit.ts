import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { storeSteps } from '@/lib/monitoring/registers/entries/store-steps';
import { entrySubject, factsOf, lockedRegister, versionsOf } from '@/lib/monitoring/registers/queries';
import { VisitInput } from '@/lib/monitoring/registers/register-input';
import { noFacts } from '@/lib/monitoring/registers/words';

/**
 * Records a visit on its day, by the office or by the street or the responsible bureau of the entry. Refuses an entry that the
 * principal does not see, a page of another unit, an entry that moved since it was shown, a register that keeps no visits, a day
 * to come, and a day on which the entry was not in the register or that has a visit already.
 */
export const recordVisit = command({
  name: 'registerEntry.visit',
  input: VisitInput,
  async run(work, { register: code, identifier, version, unit, day, note }) {
    const { principal } = work;
    const { visitDays } = await lockedRegister(work, code);
    const today = todayOf(work);
    const now = (await factsOf(work, code, today, [identifier])).get(identifier);
    const isSeen =
      maySee(principal.role, 'allRegisters') || [now?.street, now?.bureau].includes(principal.unitCode ?? '—');
    if (!now || !isSeen) throw new Refusal('notFound', 'registers.refused.noEntry');
    if (unit !== (principal.unitCode ?? '')) throw new Refusal('forbidden', 'registers.refused.otherUnit');
    if ((await versionsOf(work, code, [identifier])).get(identifier) !== version)
      throw await movedRefusal(work, entrySubject(code, identifier), 'registers.refused.entryMoved');
    if (visitDays === 0) throw new Refusal('conflict', 'registers.refused.noVisits');
    if (day > today) throw new Refusal('invalid', 'registers.refused.dayToCome', { field: 'day' });
    const then = (await factsOf(work, code, day, [identifier])).get(identifier) ?? noFacts;
    if (then.state !== 'joined') throw new Refusal('invalid', 'registers.refused.notThere', { field: 'day' });
    if (then.visit === day) throw new Refusal('conflict', 'registers.refused.visitedThen', { field: 'day' });
    const change = { field: 'visit', holdsFrom: day, value: day, before: then.visit } as const;
    await storeSteps(work, code, [{ identifier, step: version + 1, changes: [change] }], { reason: note });
    return {
      result: { register: code, identifier },
      changes: [
        {
          subject: entrySubject(code, identifier),
          before: { visitedOn: then.visit },
          after: { visitedOn: day, reason: note },
        },
      ],
    };
  },
});
