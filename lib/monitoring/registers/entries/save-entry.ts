import { sql } from 'drizzle-orm';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command, type Work } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { type FieldFault, faultyInput, Refusal } from '@/lib/errors';
import { changesOf, toldChanges } from '@/lib/monitoring/registers/entries/changes';
import { storeSteps } from '@/lib/monitoring/registers/entries/store-steps';
import { entrySubject, factsOf, lockedRegister, versionsOf } from '@/lib/monitoring/registers/queries';
import { EntryInput } from '@/lib/monitoring/registers/register-input';
import { type EntryFacts, listOfField, noFacts, type RegisterLists } from '@/lib/monitoring/registers/words';

/**
 * Adds an entry, or changes what one says from a day on, also that it left: what is the same on that day stays as it is, and what
 * was changed from a later day on still holds from then. Refuses an identifier in use, an entry that moved since it was shown, a
 * day to come, words and units that there are not, a leaving before it joined, and a change that changes nothing.
 */
export const saveEntry = command({
  name: 'registerEntry.save',
  input: EntryInput,
  async run(work, { register: code, identifier, version, from, reason, ...terms }) {
    const { lists } = await lockedRegister(work, code);
    const held = (await versionsOf(work, code, [identifier])).get(identifier) ?? 0;
    if (version === 0 && held > 0)
      throw new Refusal('conflict', 'registers.refused.identifierTaken', { field: 'identifier', identifier });
    if (held === 0 && version > 0) throw new Refusal('notFound', 'registers.refused.noEntry');
    if (held !== version)
      throw await movedRefusal(work, entrySubject(code, identifier), 'registers.refused.entryMoved');
    const faults = await faultsOfTerms(work, lists, terms);
    if (from > todayOf(work)) faults.push({ field: 'from', key: 'registers.refused.dayToCome' });
    const before = (await factsOf(work, code, from, [identifier])).get(identifier) ?? noFacts;
    if (before.state === '' && terms.state === 'left')
      faults.push({ field: 'state', key: 'registers.refused.newIsJoined' });
    if (faults.length > 0) throw faultyInput(faults);
    const changes = changesOf(before, terms, from);
    if (changes.length === 0) throw new Refusal('conflict', 'registers.refused.nothingChanged');
    await storeSteps(work, code, [{ identifier, step: held + 1, changes }], { reason });
    const told = toldChanges(changes);
    return {
      result: { register: code, identifier },
      changes: [
        {
          subject: entrySubject(code, identifier),
          before: version === 0 ? null : told.before,
          after: { ...told.after, holdsFrom: from, reason },
        },
      ],
    };
  },
});

async function faultsOfTerms(
  { tx }: Work,
  lists: RegisterLists,
  terms: Pick<EntryFacts, keyof typeof listOfField | 'bureau' | 'street'>,
): Promise<Pick<FieldFault, 'field' | 'key'>[]> {
  const unlisted = (Object.keys(listOfField) as (keyof typeof listOfField)[]).filter(
    (field) => terms[field] !== '' && !lists[listOfField[field]].some(({ code }) => code === terms[field]),
  );
  const units = (['bureau', 'street'] as const).filter((field) => terms[field] !== '');
  const known = await tx.execute<{ code: string }>(sql`
    select code from org_unit where code = any(${sql.param(units.map((field) => terms[field]))}::text[])`);
  const unknown = units.filter((field) => !known.some(({ code }) => code === terms[field]));
  return [
    ...unlisted.map((field) => ({ field, key: 'registers.refused.notListed' as const })),
    ...unknown.map((field) => ({ field, key: 'registers.refused.noUnit' as const })),
  ];
}
