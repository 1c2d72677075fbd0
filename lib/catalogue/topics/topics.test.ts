import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { indicatorList } from '@/lib/catalogue/indicators/queries';
import { createTopic } from '@/lib/catalogue/topics/create-topic';
import { deleteTopic } from '@/lib/catalogue/topics/delete-topic';
import { editTopic } from '@/lib/catalogue/topics/edit-topic';
import { orderIndicators } from '@/lib/catalogue/topics/order-indicators';
import { indicatorsOfTopic, topicTree } from '@/lib/catalogue/topics/queries';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';
import { copyIndicator } from '@/lib/testing/copied-indicator';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const office = person('assessmentOffice');

beforeAll(() => fictionalUnits(database));

const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: unknown,
  principal = office,
) => perform(command, principal, input, { now: new Date(), database });

const create = (nameZh: string, parentCode = '') => act(createTopic, { nameZh, nameEn: '', parentCode });
const edit = async (code: string, more: object = {}) => {
  const held = (await topicTree(office)).find((one) => one.code === code);
  return act(editTopic, {
    ...{
      code,
      version: held?.version ?? 1,
      nameZh: held?.nameZh ?? '无',
      nameEn: '',
      parentCode: held?.parentCode ?? '',
    },
    after: null,
    ...more,
  });
};
const tree = async () => (await topicTree(office)).map(({ nameZh, depth }) => `${depth}${nameZh}`).join(' ');

describe('the tree of topics', () => {
  test('grows, is put in order, moves and shrinks', async () => {
    const economy = await create('经济运行');
    expect(economy).toBe('JJYX');
    const people = await create('民生福祉');
    const industry = await create('工业', economy);
    await create('服务业', economy);
    expect(await tree()).toBe('0演示 0经济运行 1工业 1服务业 0民生福祉');
    await edit(people, { after: '' });
    expect(await tree()).toBe('0民生福祉 0演示 0经济运行 1工业 1服务业');
    await edit(industry, { after: 'FWY' });
    expect(await tree()).toBe('0民生福祉 0演示 0经济运行 1服务业 1工业');
    await edit(industry, { parentCode: people, nameZh: '轻工业' });
    expect(await tree()).toBe('0民生福祉 1轻工业 0演示 0经济运行 1服务业');
    const [event] = await sql`select changes from audit_event where command = 'topic.edit' order by seq desc limit 1`;
    expect(JSON.parse(event?.changes)).toEqual([
      {
        subject: `topic/${industry}`,
        before: { nameZh: '工业', nameEn: '工业', parentCode: economy, place: 2 },
        after: { nameZh: '轻工业', nameEn: '轻工业', parentCode: people, place: 1 },
      },
    ]);
    await act(deleteTopic, { code: industry, version: 3 });
    expect(await tree()).toBe('0民生福祉 0演示 0经济运行 1服务业');
  });

  test('refuses a name twice, itself above itself, a fourth level, and what is in use', async () => {
    const one = await create('第一级');
    const two = await create('第二级', one);
    const three = await create('第三级', two);
    expect(await refusalOf(create('第四级', three))).toBe('invalid catalogue.refused.topicTooDeep');
    expect(await refusalOf(create('第 一级'))).toBe('conflict catalogue.refused.topicNameTaken');
    expect(await refusalOf(edit(one, { parentCode: three }))).toBe('invalid catalogue.refused.topicBelowItself');
    expect(await refusalOf(edit(one, { parentCode: 'NONE' }))).toBe('invalid catalogue.refused.noTopic');
    expect(await refusalOf(edit(one, { after: three }))).toBe('invalid catalogue.refused.noSister');
    expect(await refusalOf(act(deleteTopic, { code: one, version: 1 }))).toBe('conflict catalogue.refused.topicUsed');
    expect(await refusalOf(act(deleteTopic, { code: 'DEMO', version: 1 }))).toBe(
      'conflict catalogue.refused.topicUsed',
    );
  });

  test('refuses what was read before somebody changed it', async () => {
    const code = await create('将被改名');
    await edit(code, { nameZh: '已被改名' });
    expect(await refusalOf(edit(code, { version: 1 }))).toBe('conflict movedByYou');
    expect(await refusalOf(act(deleteTopic, { code, version: 1 }))).toBe('conflict movedByYou');
  });

  test('stores hostile text as text', async () => {
    const hostile = `<b>"';--`;
    await create(hostile);
    expect((await topicTree(office)).some(({ nameZh }) => nameZh === hostile)).toBe(true);
  });

  test.each(['reporter', 'departmentReviewer', 'leader', 'administrator', 'auditor'] as const)(
    '%s may none of it',
    async (role) => {
      for (const command of [createTopic, editTopic, orderIndicators, deleteTopic])
        expect(await refusalOf(act(command as never, {}, person(role)))).toBe('forbidden command');
      expect(await topicTree(person(role))).toEqual([]);
      expect(await indicatorsOfTopic(person(role), 'DEMO')).toEqual([]);
    },
  );
});

describe('the order of the indicators of a topic', () => {
  const order = async (indicators: readonly string[], more: object = {}) => {
    const held = (await topicTree(office)).find(({ code }) => code === 'DEMO');
    return act(orderIndicators, { code: 'DEMO', version: held?.version, indicators, ...more });
  };
  const present = async () => (await indicatorsOfTopic(office, 'DEMO')).map(({ code }) => code);

  test('is that of the list; those that are not named follow as they stood, and other topics keep their places', async () => {
    await fictionalIndicators(database);
    await sql`update indicator set sort_order = 10000 where code in ('DEMO', 'DEMO2')`;
    await sql`insert into topic (code, name_zh, name_en, sort_order) values ('OTHER', '另一个', 'Other', 990)`;
    await copyIndicator(sql, 'DEMO3', { code: 'ELSE', topic_code: 'OTHER' });
    expect(await present()).toEqual(['DEMO', 'DEMO2', 'DEMO3']);
    await order(['DEMO3', 'DEMO']);
    expect(await present()).toEqual(['DEMO3', 'DEMO', 'DEMO2']);
    const { indicators } = await indicatorList(office, { topicCode: 'DEMO' });
    expect(indicators.map(({ code }) => code)).toEqual(['DEMO3', 'DEMO', 'DEMO2']);
    const [other] = await sql`select sort_order from indicator where code = 'ELSE'`;
    expect(other?.sort_order).toBe(10_001);
    const [event] = await sql`select changes from audit_event where command = 'topic.orderIndicators'`;
    expect(JSON.parse(event?.changes)).toEqual([
      {
        subject: 'topic/DEMO',
        before: { indicatorCodes: ['DEMO', 'DEMO2', 'DEMO3'] },
        after: { indicatorCodes: ['DEMO3', 'DEMO', 'DEMO2'] },
      },
    ]);
  });

  test('refuses indicators of other topics, unknown ones, an unknown topic, and what was read before', async () => {
    for (const stray of ['ELSE', 'NONE'])
      expect(await refusalOf(order(['DEMO', stray]))).toBe('invalid catalogue.refused.notOfTopic');
    expect(await refusalOf(order(["x'; drop table indicator; --"]))).toBe('invalid input');
    expect(await refusalOf(order(['DEMO'], { code: 'NONE' }))).toBe('notFound catalogue.refused.noTopic');
    expect(await refusalOf(order(['DEMO'], { version: 1 }))).toBe('conflict movedByYou');
    const other = person('assessmentOffice', { userId: 'other' });
    const late = act(orderIndicators, { code: 'DEMO', version: 1, indicators: ['DEMO'] }, other);
    expect(await refusalOf(late)).toBe('conflict catalogue.refused.moved');
  });
});
