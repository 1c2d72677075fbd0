import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { registerLink } from '@/db/schema/registers';
import { command, type Work } from '@/lib/access/command';
import { type FieldFault, faultyInput } from '@/lib/errors';
import { type LinkFilter, movedRegister, toldFilter } from '@/lib/monitoring/registers/compared/links';
import { lockedRegister, registerSubject } from '@/lib/monitoring/registers/queries';
import { LinkInput } from '@/lib/monitoring/registers/register-input';
import { listOfField, type RegisterLists } from '@/lib/monitoring/registers/words';

/**
 * Links an indicator to a count of a register. Only an amount at the end of a period can be counted on a day. Refuses any other
 * indicator, one that is computed or retired, a unit or words that there are not, and a second count of the same figures.
 */
export const linkCount = command({
  name: 'register.link',
  input: LinkInput,
  async run(work, { register: code, version, indicator, unit, ...filter }) {
    const { lists } = await lockedRegister(work, code, version);
    const faults = await faultsOfLink(work, lists, { code, indicator, unit, ...filter });
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
  { tx }: Work,
  lists: RegisterLists,
  { code, indicator, unit, per, counts, ...filter }: LinkFilter & { code: string; indicator: string; unit: string },
): Promise<Pick<FieldFault, 'field' | 'key'>[]> {
  const [known] = await tx.execute<Record<'indicator' | 'fits' | 'computed' | 'unit' | 'twice', boolean>>(sql`
    select exists (select from indicator where code = ${indicator}) as indicator,
      exists (select from indicator where code = ${indicator} and basis = 'endOfPeriod' and measure = 'amount' and retired_on is null) as fits,
      exists (select from indicator_formula where indicator_code = ${indicator}) as computed,
      exists (select from org_unit where code = ${unit}) as unit,
      exists (select from register_link where register_code = ${code} and indicator_code = ${indicator} and per = ${per}
        and coalesce(org_unit_code, '') = ${unit}) as twice`);
  const faults: Pick<FieldFault, 'field' | 'key'>[] = [];
  if (!known?.indicator) faults.push({ field: 'indicator', key: 'registers.refused.noIndicator' });
  else if (!known.fits) faults.push({ field: 'indicator', key: 'registers.refused.notCounted' });
  else if (known.computed) faults.push({ field: 'indicator', key: 'registers.refused.computed' });
  if (per === 'whole' && !known?.unit) faults.push({ field: 'unit', key: 'registers.refused.wholeOfUnit' });
  if (per !== 'whole' && unit !== '') faults.push({ field: 'unit', key: 'registers.refused.eachItsOwn' });
  const of = { field: 'ofField', grade: 'ofGrade', group: 'ofGroup' } as const;
  for (const [field, name] of Object.entries(of) as [keyof typeof of, (typeof of)[keyof typeof of]][])
    if (filter[name] !== '' && !lists[listOfField[field]].some((one) => one.code === filter[name]))
      faults.push({ field: name, key: 'registers.refused.notListed' });
  if (known?.twice) faults.push({ field: 'indicator', key: 'registers.refused.linkedAlready' });
  return faults;
}
