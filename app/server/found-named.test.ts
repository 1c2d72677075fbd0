import { beforeAll, describe, expect, test } from 'vitest';
import { foundGroups } from '@/app/server/found-groups';
import { followUp } from '@/db/schema/follow-ups';
import { register } from '@/db/schema/registers';
import { monitoringReport } from '@/db/schema/reports';
import { unitTask } from '@/db/schema/task-lists';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { checkSettings } from '@/lib/testing/accounts';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const at = new Date('2026-06-01T00:00:00Z');
const made = { updatedBy: 't', updatedAt: at };
const [office, leader, administrator] = [person('assessmentOffice'), person('leader'), person('administrator')];
const [jia, yi, visitor] = [person('reporter'), person('unitReviewer', { unitCode: 'YI' }), anonymousPrincipal()];
let [published, trial] = ['', ''];

beforeAll(async () => {
  await fictionalIndicators(database);
  for (const [id, state, unit] of [
    ['2026-1', 'raised', 'JIA'],
    ['2026-2', 'working', 'JIA'],
    ['2026-3', 'closed', 'YI'],
  ] as const)
    await database.insert(followUp).values({
      ...{ id, title: `河道清淤整改${id}`, matter: '', orgUnitCode: unit, assisting: [], dueOn: '2026-06-10', state },
      ...{ origin: { kind: 'hand', note: '' }, ...made },
    });
  for (const [id, unit] of [
    ['k1', 'JIA'],
    ['k2', 'YI'],
  ] as const)
    await database.insert(unitTask).values({
      ...{
        id,
        orgUnitCode: unit,
        year: 2026,
        title: '河道清淤两公里',
        goal: '',
        dueOn: '2026-09-30',
        state: 'underWay',
      },
      ...made,
    });
  for (const [id, state, month] of [
    ['r1', 'published', 4],
    ['r2', 'draft', 5],
  ] as const)
    await database.insert(monitoringReport).values({
      ...{
        id,
        peerGroupCode: 'DEMO',
        year: 2026,
        month,
        kind: 'month',
        number: 1,
        note: '',
        preparedBy: 't',
        preparedAt: at,
      },
      ...(state === 'published' && { state, publishedBy: 'u', publishedAt: at, frozen: {} as never }),
    });
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('REG', '演示名册', '', '', '', 'official', 9)`;
  await database.insert(register).values({
    ...{ code: 'RIVER', kind: 'entities', nameZh: '河道排口台账', nameEn: 'Outfalls', visitDays: 0, sourceCode: 'REG' },
    ...{ lists: { fields: [], grades: [], groups: [] }, editedBy: 't', editedAt: at },
  });
  for (const period of ['2024', '2025']) await inventedFigures(database, { units: 4, period });
  await storedScheme(database, inventedDocument());
  published = await inventedRun(database, { period: '2024' });
  trial = await inventedRun(database, { period: '2025', state: 'trial' });
});

const hrefs = async (principal: Principal, words: string, kind: string, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const groups = await foundGroups({ principal, locale, words, longest: 8 });
  return groups.find((one) => one.kind === kind)?.items.map(({ href }) => href) ?? [];
};

describe('the search by names', () => {
  test('finds follow-ups in sight alone, by words of the title and by number', async () => {
    const pathOf = (id: string) => `/monitoring/follow-ups/${id}`;
    expect(await hrefs(office, '清淤 整改', 'followUp')).toEqual(['2026-2', '2026-1', '2026-3'].map(pathOf));
    expect(await hrefs(leader, '2026-3', 'followUp')).toEqual([pathOf('2026-3')]);
    // A raised one is not yet the unit's.
    expect(await hrefs(jia, '清淤', 'followUp')).toEqual([pathOf('2026-2')]);
    expect(await hrefs(yi, '清淤', 'followUp')).toEqual([pathOf('2026-3')]);
    expect(await hrefs(office, '%', 'followUp')).toEqual([]);
  });

  test('finds lists of tasks and tasks, a unit its own', async () => {
    const [list, task] = ['/monitoring/task-lists/JIA?year=2026', '/monitoring/task-lists/JIA/k1'];
    expect(await hrefs(office, 'jia', 'taskList')).toContain(list);
    expect(await hrefs(office, '两公里', 'taskList')).toEqual([task, '/monitoring/task-lists/YI/k2']);
    expect(await hrefs(jia, '两公里', 'taskList')).toEqual([task]);
    expect(await hrefs(yi, 'jia', 'taskList')).toEqual([]);
  });

  test('finds reports by month and kind in both languages, drafts where drafts are open', async () => {
    expect(await hrefs(office, '2026年5月 通报', 'report')).toEqual(['/monitoring/reports/r2']);
    expect(await hrefs(office, 'Apr 2026', 'report', 'en')).toEqual(['/monitoring/reports/r1']);
    expect(await hrefs(jia, '2026年4月', 'report')).toEqual(['/monitoring/reports/r1']);
    expect(await hrefs(jia, '2026年5月', 'report')).toEqual([]);
  });

  test('finds registers and published results, no trial', async () => {
    expect(await hrefs(jia, '排口', 'register')).toEqual(['/monitoring/registers/RIVER']);
    expect(await hrefs(office, 'outfalls', 'register', 'en')).toEqual(['/monitoring/registers/RIVER']);
    expect(await hrefs(visitor, '演示考核 2024', 'run')).toEqual([`/assessment/rankings?run=${published}`]);
    expect((await hrefs(office, '演示考核', 'run')).join()).not.toContain(trial);
  });

  test('shows visitors and administrators nothing of the desks of others, and who reads nothing no result', async () => {
    for (const who of [visitor, administrator])
      for (const kind of ['followUp', 'taskList', 'register'])
        for (const words of ['清淤', 'jia', '排口', '2026']) expect(await hrefs(who, words, kind), kind).toEqual([]);
    expect(await hrefs(visitor, '2026年4月', 'report')).toEqual([]);
    const closed = anonymousPrincipal({ publicReading: false });
    for (const words of ['演示', '2024', '10'])
      expect(
        await foundGroups({ principal: closed, locale: 'zh-CN', words, longest: 8 }).then((groups) =>
          groups.filter(({ kind }) => kind === 'run' || kind === 'number' || kind === 'report'),
        ),
      ).toEqual([]);
  });
});
