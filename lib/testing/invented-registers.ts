import type { Database, Sql } from '@/db/client';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { saveEntry } from '@/lib/monitoring/registers/entries/save-entry';
import { registerOf } from '@/lib/monitoring/registers/queries';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import type { Register } from '@/lib/monitoring/registers/words';
import { fictionalIndicators, person } from '@/lib/testing/returns';

/** The office that keeps the invented registers. */
export const office = person('assessmentOffice', { userId: 'office' });

/** The fields, grades and groups of an invented register, as they are typed. */
export const lists = {
  fields: 'F1 | 冶金 | Metals\nF2 | 机械',
  grades: 'RED | 红 | Red\nBLUE | 蓝 | Blue',
  groups: 'G1 | 一组',
};

/** What is typed of an invented entry. */
export const entryOf = (code: string, identifier: string, more: object = {}) => ({
  ...{ register: code, identifier, version: 0, from: '2026-03-01', state: 'joined', name: '演示某厂', field: 'F1' },
  ...{ grade: 'RED', bureau: '', street: 'JIA', group: '', reason: '按名册登记', ...more },
});

/** Makes the units and indicators that registers are about, with CNT1 and CNT2 to be counted and the source NEWS. */
export async function aroundRegisters(sql: Sql, database: Database): Promise<void> {
  await fictionalIndicators(database);
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
      basis, frequency, responsible_zh, responsible_en, sort_order)
    select c, 'DEMO', '演示计数' || c, 'Counted ' || c, '', '家', 'firms', 0, 'amount', 'higher', 'endOfPeriod', 'monthly',
      '演示部门', 'Demonstration', 10002 from unnest(array['CNT1', 'CNT2']) c`;
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('NEWS', '演示日报', '演示报社', '', '', 'press', 1)`;
}

/** Commands on invented registers of a database, given at one moment. */
export function inventedRegisters(database: Database, now: Date) {
  const give = <Result = unknown>(command: Command<never, Result>, who: Principal, input: object) =>
    perform(command as never, who, input as never, { now, database }) as Promise<Result>;
  let made = 0;
  return {
    give,
    /** A register of its own for each test. */
    async register(more: object = {}): Promise<string> {
      made += 1;
      const code = `REG-${made}`;
      const about = { code, version: 0, kind: 'entities', nameZh: `演示台账${made}`, nameEn: `Invented ${made}` };
      await give(saveRegister as never, office, { ...about, ...lists, visitDays: 30, ...more });
      return code;
    },
    async held(code: string): Promise<Register> {
      const found = await registerOf(office, code);
      if (!found) throw new Error('no such register');
      return found;
    },
    save: (code: string, identifier: string, more: object = {}, who = office) =>
      give(saveEntry as never, who, entryOf(code, identifier, more)),
  };
}
