import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { registerLink } from '@/db/schema/registers';
import { command, type Work } from '@/lib/access/command';
import { type FieldFault, faultyInput } from '@/lib/errors';
import { faultOfIndicator } from '@/lib/monitoring/registers/compared/countable';
import { type LinkFilter, movedRegister, toldFilter } from '@/lib/monitoring/registers/compared/links';
import { lockedRegister, registerSubject } from '@/lib/monitoring/registers/queries';
import { LinkInput } from '@/lib/monitoring/registers/register-input';
import { listOfField, type RegisterLists } from '@/lib/monitoring/registers/words';

/**
 * Links an indicator to a count of a register. Refuses one that cannot be counted on a day, a unit or words that there are not, and a
 * second count of the same figures, also by another register.
 */
export const linkCount = command({
  name: 'register.link',
  input: LinkInput,
  async run(work, { register: code, version, indicator, unit, ...filter }) {
    const { lists } = await lockedRegister(work, code, version);
    const faults = await faultsOfLink(work, lists, { indicator, unit, ...filter });
    if (faults.length > 0) throw faultyInput(faults);
    const id = randomUUID();
    await work.tx.insert(registerLink).values({
      ...{ id, registerCode: code, indicatorCode: indicator, orgUnitCode: unit || null, ...filter },
      ...{ createdBy: work.principal.userId, createdAt: work.now },
    });
    await movedRegister(work, code, version);
    const after = { indicatorCode: indicator, ...(unit !== '' && { unitCode: unit }), ...toldFilter(filter) };
    return { result: { register: code, id }, changes: [{ subject: registerSubject(code), before: null, after }] };
  },
});

async function faultsOfLink(
  work: Work,
  lists: RegisterLists,
  { indicator, unit, per, counts, ...filter }: LinkFilter & { indicator: string; unit: string },
): Promise<Pick<FieldFault, 'field' | 'key'>[]> {
  // Another register may be about to count the same figures: only one link of an indicator is checked at a time.
  await work.tx.execute(sql`select from indicator where code = ${indicator} for no key update`);
  const [known] = await work.tx.execute<Record<'unit' | 'twice', boolean>>(sql`
    select exists (select from org_unit where code = ${unit}) as unit,
      exists (select from register_link where indicator_code = ${indicator} and per = ${per}
        and coalesce(org_unit_code, '') = ${unit}) as twice`);
  const faults: Pick<FieldFault, 'field' | 'key'>[] = [];
  const fault = await faultOfIndicator(work, indicator);
  if (fault) faults.push({ field: 'indicator', key: `registers.refused.${fault}` });
  if (per === 'whole' && !known?.unit) faults.push({ field: 'unit', key: 'registers.refused.wholeOfUnit' });
  if (per !== 'whole' && unit !== '') faults.push({ field: 'unit', key: 'registers.refused.eachItsOwn' });
  const of = { field: 'ofField', grade: 'ofGrade', group: 'ofGroup' } as const;
  for (const [field, name] of Object.entries(of) as [keyof typeof of, (typeof of)[keyof typeof of]][])
    if (filter[name] !== '' && !lists[listOfField[field]].some((one) => one.code === filter[name]))
      faults.push({ field: name, key: 'registers.refused.notListed' });
  if (known?.twice) faults.push({ field: 'indicator', key: 'registers.refused.linkedAlready' });
  return faults;
}
