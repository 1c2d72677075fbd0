import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { changeMembers } from '@/lib/catalogue/groups/change-members';
import { createGroup } from '@/lib/catalogue/groups/create-group';
import { orderGroup } from '@/lib/catalogue/groups/order-group';
import { createIndicator } from '@/lib/catalogue/indicators/editing/create-indicator';
import { defineIndicator } from '@/lib/catalogue/indicators/editing/define-indicator';
import { retireIndicator } from '@/lib/catalogue/indicators/editing/retire-indicator';
import { confirmProposal } from '@/lib/catalogue/proposals/decide/confirm-proposal';
import { createSource } from '@/lib/catalogue/sources/create-source';
import { withdrawSource } from '@/lib/catalogue/sources/withdraw-source';
import { createTopic } from '@/lib/catalogue/topics/create-topic';
import { createUnit } from '@/lib/catalogue/units/desk/create-unit';
import { moveUnit } from '@/lib/catalogue/units/desk/move-unit';
import { renameUnit } from '@/lib/catalogue/units/desk/rename-unit';
import { retireUnit } from '@/lib/catalogue/units/desk/retire-unit';
import { bases, directions, frequencies, measures, reliabilities, unitKinds } from '@/lib/catalogue/words';
import { Refusal } from '@/lib/errors';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';
import { checkSettings } from '@/lib/testing/accounts';
import { exported, given, now, tablesNow, written } from '@/lib/testing/catalogue-file';
import { firstOffice, secondOffice } from '@/lib/testing/invented-run';
import { many } from '@/lib/testing/many';

checkSettings();
const today = '2026-11-25';
const first = await testDatabase();

/** Names as people and attackers type them. */
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'甲乙丙丁街道，、;=+-@<>&"\'（）· 12Aaé𠮷'), minLength: 2, maxLength: 12 }),
  fc.constantFrom("=cmd|'/c calc'!A0", '<script>', '０１２', '1e5', '2026-01-01', 'TRUE', '+1', '#N/A', '甲，乙、丙'),
  fc.constantFrom('_x000D_', '甲_x0041_', '_x005F_x0041_'),
);
const texts = fc.string({ unit: fc.constantFrom(...'口径\n甲乙 ,，=<'), minLength: 2, maxLength: 30 });
const day = fc.constantFrom('2019-12-31', '2024-01-01', '2026-11-24', today, '2026-12-01', '2027-06-30');
const place = fc.nat(5);
const decimal = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }).map(String),
  fc.constantFrom('0.10', '123456789012.345', '-0'),
);

const step = fc.record({
  what: fc.constantFrom(
    ...(['topic', 'unit', 'unit', 'group', 'members', 'order', 'indicator', 'indicator', 'define', 'source'] as const),
    ...(['target', 'target', 'rename', 'move', 'retireUnit', 'retire', 'withdraw', 'derive', 'confirm'] as const),
  ),
  ...{ name, other: name, texts, day, at: place, to: place, decimal, flag: fc.boolean() },
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Gives a command; what the rules refuse is not done. */
async function give(asked: Command<never, unknown>, input: object, principal = firstOffice): Promise<void> {
  try {
    await perform(asked as never, principal, input, { now, database: db() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function play(one: Step): Promise<void> {
  const { sql } = first;
  const pick = async (table: string, at: number): Promise<{ code: string; version: number } | undefined> => {
    const rows = await sql.unsafe(`select code, version from ${table} order by sort_order, code`);
    return rows[(at * 7) % Math.max(rows.length, 1)] as { code: string; version: number } | undefined;
  };
  const [unit, other] = [await pick('org_unit', one.at), await pick('org_unit', one.to)];
  const [group, indicator] = [await pick('peer_group', one.at), await pick('indicator', one.at)];
  const topic = await pick('topic', one.to);
  const of = <T>(list: readonly T[]) => list[one.at % list.length];
  const reason = '随机检验';
  switch (one.what) {
    case 'topic':
      return give(createTopic as never, {
        nameZh: one.name,
        nameEn: '',
        parentCode: one.flag ? (topic?.code ?? '') : '',
      });
    case 'unit':
      return give(createUnit as never, {
        ...{
          code: '',
          nameZh: one.name,
          nameEn: one.other,
          kind: of(unitKinds),
          parentCode: one.flag ? (unit?.code ?? '') : '',
        },
        ...{
          aliases: [one.other],
          after: other?.code ?? '',
          validFrom: one.flag ? one.day : '',
          isDemonstration: one.flag,
        },
      });
    case 'group': {
      const add = [unit?.code, other?.code].filter((code) => code !== undefined);
      const words = { nameZh: one.name, nameEn: '', noteZh: one.texts, noteEn: '' };
      return give(createGroup as never, { ...words, code: '', from: one.day, add: [...new Set(add)], reason });
    }
    case 'members':
      return give(changeMembers as never, {
        ...{
          ...group,
          from: one.day,
          reason,
          add: one.flag ? [unit?.code] : [],
          remove: one.flag ? [] : [other?.code],
        },
      });
    case 'order':
      return give(orderGroup as never, { ...group, units: [unit?.code] });
    case 'indicator':
      return give(createIndicator as never, {
        ...{ newCode: '', topicCode: topic?.code ?? '', nameZh: one.name, nameEn: '', unitZh: '亿元', unitEn: '' },
        ...{ decimals: one.at, measure: of(measures), direction: of(directions), basis: of(bases) },
        ...{ frequency: of(frequencies), responsibleZh: one.other, assistingZh: '', contact: '', aliases: [one.other] },
        ...{
          growthOf: '',
          validFrom: one.day,
          definitionZh: one.texts,
          definitionEn: '',
          formulaZh: '',
          formulaEn: one.texts,
        },
      });
    case 'define':
      return give(defineIndicator as never, {
        ...{ ...indicator, validFrom: one.day, definitionZh: one.texts, definitionEn: one.texts },
        ...{ formulaZh: '', formulaEn: '', isBreak: one.flag, reason },
      });
    case 'source':
      return give(createSource as never, {
        ...{
          sourceCode: '',
          title: one.name,
          publisher: one.other,
          url: 'https://example.org/?a=1&b=<2>',
          publishedOn: one.day,
        },
        ...{ retrievedOn: '', accessNote: one.texts, licence: '', reliability: of(reliabilities) },
      });
    case 'target': {
      const cell = { unit: unit?.code, indicator: indicator?.code, version: 0, base: one.decimal, stretch: '' };
      return give(saveTargets as never, { year: 2026 + (one.to % 2), cells: [cell] });
    }
    case 'rename':
      return give(renameUnit as never, { ...unit, from: one.day, nameZh: one.name, nameEn: '', reason });
    case 'move':
      return give(moveUnit as never, { ...unit, from: one.day, parentCode: other?.code ?? '', reason });
    case 'retireUnit':
      return give(retireUnit as never, { ...unit, from: one.day, reason });
    case 'retire':
      return give(retireIndicator as never, { ...indicator, retiredOn: one.day, replacedBy: '', reason });
    case 'withdraw':
      return give(withdrawSource as never, { ...(await pick('source', one.at)), reason: one.texts });
    case 'derive': {
      const inputs = [await pick('indicator', one.to), await pick('indicator', one.to + 1)];
      const expression = inputs.map((input) => input?.code).join(' + ');
      return give(deriveIndicator as never, { code: indicator?.code, version: 0, expression, unitCode: '' });
    }
    default: {
      const [waiting] = await sql`select id, version from proposal where state = 'waiting' order by id limit 1`;
      return give(confirmProposal as never, { ...waiting }, secondOffice);
    }
  }
}

test('a catalogue that commands made goes out and in without a change, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      for (const one of steps) await play(one);
      const [tables, events] = [await tablesNow(), await first.sql`select count(*) as n from audit_event`];
      expect(await given(await exported())).toMatchObject({ kind: 'preview', lines: [], follows: '' });
      expect(await tablesNow()).toEqual(tables);
      expect(await first.sql`select count(*) as n from audit_event`).toEqual(events);
    }),
    { numRuns: many(60, 10), endOnFailure: true },
  );
});

test('and an empty database that takes it has the same catalogue when its past is confirmed', async () => {
  const tables = await tablesNow();
  const file = await exported();
  const { sql } = await testDatabase();
  await written(file);
  const waiting = await sql`select id, version from proposal where state = 'waiting' order by id`;
  for (const { id, version } of waiting) {
    await perform(confirmProposal, secondOffice, { id, version }, { now, database: db() });
  }
  expect(await tablesNow()).toEqual(tables);
});
