import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { confirmConsequence } from '@/lib/monitoring/consequences/confirm-consequence';
import { declineConsequence } from '@/lib/monitoring/consequences/decline-consequence';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { draftBulletin } from '@/lib/publishing/bulletins/draft-bulletin';
import { bulletinFile, bulletinOf } from '@/lib/publishing/bulletins/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { someone } from '@/lib/testing/invented-run';
import { docxTexts, draftedBulletin, issuedBulletin } from '@/lib/testing/issued-bulletin';
import { toldResults } from '@/lib/testing/told-results';
import { reminderMenus } from './queries';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = someone('office-1');
const place = await toldResults(sql);
const unit = `${place.code}A`;
const [own, foreign] = [`${place.code}A`, `${place.code}B`].map((unitCode) => ({
  ...someone(unitCode, 'reporter'),
  unitCode,
}));

beforeAll(async () => {
  await sql`update org_unit set name_zh = '演示<甲>&区', name_en = '' where code = ${unit}`;
  await sql`update indicator set name_zh = '演示5项 & 指标' where code = ${place.code}`;
});

const source = (consequence: string) => ({ kind: 'reminder', consequence }) as const;
const take = (command: typeof confirmConsequence | typeof declineConsequence, id: string) =>
  perform(command, office, { id, version: 1, reason: '核实无误，提醒1次。' }, { now, database });
async function proposed(rule: string): Promise<string[]> {
  await perform(proposeConsequences, office, {} as never, { now, database });
  const rows = await sql`select id from consequence where rule_code = ${rule} order by proposed_at, id`;
  return rows.map(({ id }) => id);
}

test('a reminder says what met which rule, when, and why it was confirmed', async () => {
  for (const month of ['2026-02', '2026-03', '2026-04']) await place.light(unit, month, 'red');
  await sql`alter table lamp disable trigger lamp_told_stays`;
  await sql`update lamp set facts = '{"expected":42.5,"actual":30,"gapPoints":-12.5}' where month = 4`;
  await sql`alter table lamp enable trigger lamp_told_stays`;
  const rule = await place.adopt(
    { kind: 'redInRow', indicator: '', months: 3 },
    { suffix: 'r', measure: 'reminderLetter' },
  );
  const [id = ''] = await proposed(rule);
  // What is only proposed is no reminder yet.
  expect(await refusalOf(draftedBulletin(database, source(id)))).toBe('notFound bulletins.refused.noSource');
  expect((await reminderMenus(office, 'zh-CN'))[0]?.options).toEqual([]);
  await take(confirmConsequence, id);
  expect((await reminderMenus(office, 'zh-CN'))[0]?.options).toEqual([
    { value: id, label: '演示<甲>&区，演示规则，2026年4月' },
  ]);
  const issued = await issuedBulletin(database, source(id));
  const frozen = (await bulletinOf(own ?? office, issued))?.frozen;
  expect(frozen).toMatchObject({ title: '关于做好演示5项 & 指标有关工作的提醒函', addressee: '演示<甲>&区' });
  expect(frozen?.paragraphs).toEqual([
    '你单位在监测考核中出现以下情况：演示5项 & 指标：2026年2月、2026年3月、2026年4月红灯。',
    '这符合“演示规则”的规定（任一指标连续 3 个月红灯），经2026年6月10日审核确认，现予提醒。',
    '审核意见：核实无误，提醒1次。',
    '请你单位认真分析原因，制定措施，抓紧整改，并将整改情况书面报我办。',
    '具体情况见附件。',
  ]);
  expect(frozen?.annexes[0]?.rows).toEqual([
    ['2026年2月', '红 滞后', '', '', ''],
    ['2026年3月', '红 滞后', '', '', ''],
    ['2026年4月', '红 滞后', '42.5%', '30.0%', '-12.5'],
  ]);
  // What was said when it was confirmed can be told.
  const draft = await draftedBulletin(database, source(id));
  expect((await bulletinOf(office, draft))?.kind).toBe('reminder');
  expect(await bulletinOf(foreign ?? office, issued)).toBeNull();
  const { file = new Uint8Array() } = (await bulletinFile(own ?? office, issued)) ?? {};
  expect((await docxTexts(file)).join('')).toContain('演示<甲>&区');
  // A lamp that is told anew, and another name, change no byte.
  await place.light(unit, '2026-04', 'green');
  await sql`update indicator set name_zh = '改名' where code = ${place.code}`;
  expect((await bulletinFile(own ?? office, issued))?.file).toEqual(file);
});

test('a reminder on a result tells the place, and what is declined or another measure has none', async () => {
  const rule = await place.adopt(
    { kind: 'lastPlaces', scheme: place.code, places: 1, times: 1, of: 1 },
    { suffix: 'p', measure: 'reminderLetter' },
  );
  await place.publish('2024', { [`${place.code}A`]: { rank: 1 }, [`${place.code}B`]: { rank: 2, grade: 'C' } });
  const [id = ''] = await proposed(rule);
  await take(confirmConsequence, id);
  const frozen = (await bulletinOf(office, await issuedBulletin(database, source(id))))?.frozen;
  expect(frozen?.paragraphs[0]).toBe('你单位在监测考核中出现以下情况：演示考核：2024年第 2/2 位、评为C等。');
  expect(frozen?.annexes[0]?.rows).toEqual([['2024年', '2', '2', 'C等']]);
  await place.publish('2025', { [`${place.code}A`]: { rank: 1 }, [`${place.code}B`]: { rank: 2 } });
  const declined = (await proposed(rule)).find((one) => one !== id) ?? '';
  await take(declineConsequence, declined);
  expect(await refusalOf(draftedBulletin(database, source(declined)))).toBe('notFound bulletins.refused.noSource');
  const talk = await place.adopt(
    { kind: 'lastPlaces', scheme: place.code, places: 1, times: 1, of: 1 },
    { suffix: 't' },
  );
  const [other = ''] = await proposed(talk);
  await take(confirmConsequence, other);
  expect(await refusalOf(draftedBulletin(database, source(other)))).toBe('notFound bulletins.refused.noSource');
});

test('a letter corrects one to the same unit alone', async () => {
  const rows =
    await sql`select b.id, b.org_unit_code as unit, b.consequence_id as on from bulletin b where b.state = 'issued'
    order by b.org_unit_code`;
  const [first, second] = rows;
  const corrected = (of: string, corrects: string) =>
    perform(
      draftBulletin,
      office,
      {
        ...{ source: source(of), corrects, organ: '演示市考核办', word: '演考办发', addressee: '' },
        ...{ classification: 'none', dated: '2026-11-20' },
      },
      { now, database },
    );
  expect([first?.unit, second?.unit]).toEqual([`${place.code}A`, `${place.code}B`]);
  expect(await refusalOf(corrected(first?.on, second?.id))).toBe('notFound bulletins.refused.noneToCorrect');
  await corrected(first?.on, first?.id);
});
