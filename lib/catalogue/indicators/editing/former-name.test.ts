import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { createIndicator } from '@/lib/catalogue/indicators/editing/create-indicator';
import { editIndicator } from '@/lib/catalogue/indicators/editing/edit-indicator';
import { indicatorToEdit } from '@/lib/catalogue/indicators/editing/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');
const now = new Date('2026-06-15T04:00:00Z');

beforeAll(() => fictionalIndicators(database));

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: unknown,
) => perform(command, office, input, { now, database });
const fields = {
  ...{ topicCode: 'DEMO', nameEn: '', unitZh: '家', unitEn: '', decimals: 0, measure: 'amount', direction: 'higher' },
  ...{ basis: 'current', frequency: 'monthly', growthOf: '', responsibleZh: '演示部门', assistingZh: '', contact: '' },
};
const definition = {
  validFrom: '2020-01-01',
  definitionZh: '原先的定义',
  definitionEn: '',
  formulaZh: '',
  formulaEn: '',
};
const create = (more: object) => act(createIndicator, { newCode: '', aliases: [], ...fields, ...definition, ...more });
const held = async (code: string) => {
  const one = await indicatorToEdit(office, code);
  if (!one) throw new Error(`no ${code}`);
  return one;
};
const asTyped = async (code: string, more: object) => {
  const { version, nameZh, aliases } = await held(code);
  return { code, version, newCode: '', ...fields, nameZh, aliases, ...more };
};
const lastChange = async (subject: string) => {
  const [row] = await sql`select changes from audit_event order by seq desc limit 1`;
  return JSON.parse(row?.changes ?? '[]').find((one: { subject: string }) => one.subject === subject);
};

test('its former name becomes an alias, unless another indicator has it', async () => {
  const code = await create({ nameZh: '老名字', aliases: ['别称一'] });
  await act(editIndicator, await asTyped(code, { nameZh: '新名字' }));
  expect(await held(code)).toMatchObject({ nameZh: '新名字', aliases: ['别称一', '老名字'] });
  expect(await lastChange(`indicator/${code}`)).toMatchObject({ after: { aliases: ['别称一', '老名字'] } });
  await act(editIndicator, await asTyped(code, { aliases: [] }));
  expect((await held(code)).aliases).toEqual([]);
  await act(editIndicator, await asTyped(code, { nameZh: '第三名' }));
  await act(editIndicator, await asTyped(code, { nameZh: '新名字' }));
  expect((await held(code)).aliases).toEqual(['第三名']);
  const shared = await create({ nameZh: '共有名' });
  await create({ nameZh: '另一指标', nameEn: 'Shared' });
  await sql`update indicator set name_en = '共有名' where name_zh = '另一指标'`;
  await act(editIndicator, await asTyped(shared, { nameZh: '不再共有' }));
  expect((await held(shared)).aliases).toEqual([]);
});
