import { eq, sql } from 'drizzle-orm';
import { source } from '@/db/schema/catalogue';
import { register } from '@/db/schema/registers';
import { command, type Work } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { type FieldFault, Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { lockedRegister, registerSubject } from '@/lib/monitoring/registers/queries';
import { readList } from '@/lib/monitoring/registers/read-list';
import { RegisterInput } from '@/lib/monitoring/registers/register-input';
import { listNames, listOfField, type RegisterLists } from '@/lib/monitoring/registers/words';
import { registerSources } from '@/lib/observations/cited/own-source';

/**
 * Makes a register, with the document that its figures cite, or changes its names, its lists and its days. Refuses one that
 * moved since it was shown, a code in use, another kind, a code or a name twice in a list, and a list without what entries say.
 */
export const saveRegister = command({
  name: 'register.save',
  input: RegisterInput,
  async run(work, { code, version, fields, grades, groups, ...facts }) {
    const held = version === 0 ? null : await lockedRegister(work, code, version);
    const typed = { fields, grades, groups };
    const read = listNames.map((name) => [name, readList(name, typed[name])] as const);
    const lists = Object.fromEntries(read.map(([name, { items }]) => [name, items])) as unknown as RegisterLists;
    const faults = read.flatMap(([, list]) => list.faults);
    if (held && held.kind !== facts.kind)
      faults.push({ field: 'kind', key: 'registers.refused.kindKept', details: { field: 'kind' } });
    if (held && faults.length === 0) faults.push(...(await faultsOfUse(work, code, lists)));
    const [first] = faults;
    if (first) throw new Refusal('invalid', first.key, first.details, faults);
    const by = { editedBy: work.principal.userId, editedAt: work.now };
    if (held)
      await work.tx
        .update(register)
        .set({ ...facts, lists, ...by, version: version + 1 })
        .where(eq(register.code, code));
    else {
      const sourceCode = await makeSource(work, { code, nameZh: facts.nameZh });
      const made = await work.tx
        .insert(register)
        .values({ code, ...facts, lists, sourceCode, ...by })
        .onConflictDoNothing()
        .returning({ code: register.code });
      if (made.length === 0) throw new Refusal('conflict', 'registers.refused.codeTaken', { field: 'code', code });
    }
    const told = (of: RegisterLists) =>
      Object.fromEntries(
        listNames.map((name) => [`${name}Listed`, of[name].map((one) => `${one.code} ${one.nameZh}`)]),
      );
    return {
      result: code,
      changes: [
        {
          subject: registerSubject(code),
          before: held && { nameZh: held.nameZh, nameEn: held.nameEn, visitDays: held.visitDays, ...told(held.lists) },
          after: { nameZh: facts.nameZh, nameEn: facts.nameEn, visitDays: facts.visitDays, ...told(lists) },
        },
      ],
    };
  },
});

/** What entries say, or said, stays in its list: the past is told by it. */
async function faultsOfUse({ tx }: Work, code: string, lists: RegisterLists): Promise<FieldFault[]> {
  const used = await tx.execute<{ field: keyof typeof listOfField; value: string }>(sql`
    select distinct field, value from register_change
    where register_code = ${code} and field in ('field', 'grade', 'group') and value <> ''`);
  const linked = await tx.execute<{ field: keyof typeof listOfField; value: string }>(sql`
    select 'field' as field, of_field as value from register_link where register_code = ${code} and of_field <> ''
    union select 'grade', of_grade from register_link where register_code = ${code} and of_grade <> ''
    union select 'group', of_group from register_link where register_code = ${code} and of_group <> ''`);
  const lost = [...used, ...linked].filter(
    ({ field, value }) => !lists[listOfField[field]].some((one) => one.code === value),
  );
  return [...new Set(lost.map(({ field }) => listOfField[field]))].map((field) => ({
    ...{ field, key: 'registers.refused.listedInUse' as const, details: { field } },
  }));
}

/** The document that figures of a register cite: the register itself. */
async function makeSource(work: Work, { code, nameZh }: { code: string; nameZh: string }): Promise<string> {
  await work.tx.execute(sql`lock table source in share row exclusive mode`);
  const t = translator('zh-CN', 'registers');
  const taken = new Set((await work.tx.select({ code: source.code }).from(source)).map((row) => row.code));
  let made = `${registerSources}${code}`;
  for (let number = 2; taken.has(made); number += 1) made = `${registerSources}${code}-${number}`;
  await work.tx.insert(source).values({
    ...{ code: made, title: t('source.title', { name: nameZh }), publisher: t('source.publisher'), licence: '' },
    ...{ accessNote: t('source.note'), reliability: 'reported' as const, publishedOn: todayOf(work) },
    sortOrder: sql`(select coalesce(max(${source.sortOrder}), 0) + 1 from ${source} where ${source.sortOrder} < 999999)`,
  });
  return made;
}
