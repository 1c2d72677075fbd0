import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { dropReport } from '@/lib/monitoring/reports/drop-report';
import { editReport } from '@/lib/monitoring/reports/edit-report';
import { prepareReport } from '@/lib/monitoring/reports/prepare-report';
import { publishReport } from '@/lib/monitoring/reports/publish-report';
import {
  draftsToPublish,
  reportBefore,
  reportList,
  reportOf,
  reportTable,
  reportTurns,
} from '@/lib/monitoring/reports/queries';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-05-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const other = person('assessmentOffice', { userId: 'office-2' });
const leader = person('leader', { userId: 'leader-1' });
const reporter = person('reporter', { userId: 'reporter-1' });
const prepare = (more: object = {}, who: Principal = office) =>
  perform(prepareReport, who, { group: 'DEMO', month: '2026-03', kind: 'month', note: '', ...more }, { now, database });
const publish = (id: string, version = 1, who: Principal = other, at = now) =>
  perform(publishReport, who, { id, version }, { now: at, database });

/** Stores a version of a lamp. */
const light = (unit: string, month: number, colour: string | null, version = 1, indicator = 'DEMO') =>
  sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour, judged,
      red_in_row, red_in_year, facts, made_at)
    values (${unit}, ${indicator}, 2026, ${month}, ${version}, 'R', 1, ${colour}, ${colour}, 0, 0, '{"actual":1}', now())`;

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'DEMO', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2026-01-01', 'held',
      't', now(), now())`;
});

beforeEach(async () => {
  await sql`alter table lamp disable trigger lamp_told_stays`;
  await sql`alter table monitoring_report disable trigger monitoring_report_stays`;
  await sql`delete from lamp`;
  await sql`delete from monitoring_report`;
  await sql`alter table lamp enable trigger lamp_told_stays`;
  await sql`alter table monitoring_report enable trigger monitoring_report_stays`;
  await light('JIA', 3, 'red');
  await light('YI', 3, 'green');
});

const told = async (id: string, who: Principal = leader) => {
  const report = await reportOf(who, id);
  if (!report) throw new Error('no report');
  const { lamps, unlit, counts, units } = await reportTable(who, report, { only: '', page: 1 });
  return {
    units: units.map(({ nameZh }) => nameZh),
    lamps: lamps.map(({ unit, colour }) => `${unit} ${colour}`).toSorted(),
    unlit,
    counts,
  };
};

describe('a report', () => {
  test('is prepared by one official and published by another, and tells its lamps', async () => {
    const { id } = await prepare({ note: '甲区请抓紧。' });
    expect(await refusalOf(publish(id, 1, office))).toBe('conflict reports.refused.ownDraft');
    expect(await reportOf(reporter, id)).toBeNull();
    expect((await draftsToPublish(other)).map((one) => one.id)).toEqual([id]);
    for (const who of [office, leader]) expect(await draftsToPublish(who)).toEqual([]);
    await publish(id);
    expect(await reportOf(reporter, id)).toMatchObject({ state: 'published', note: '甲区请抓紧。', number: 1 });
    const lamps = await sql`select told_at from lamp`;
    expect(lamps.map(({ told_at }) => new Date(told_at))).toEqual([now, now]);
    const [event] =
      await sql`select changes from audit_event where command = 'report.publish' order by seq desc limit 1`;
    expect(JSON.parse(event?.changes)).toEqual([
      { subject: `report/${id}`, before: { state: 'draft' }, after: { state: 'published', lamps: 2 } },
    ]);
  });

  test('stays as it was told, whatever follows: revisions, names, members', async () => {
    const { id } = await prepare();
    await publish(id);
    const before = await told(id);
    expect(before).toEqual({
      units: ['甲区', '乙县'],
      lamps: ['JIA red', 'YI green'],
      unlit: [],
      counts: { red: 1, yellow: 0, green: 1, unlit: 0 },
    });
    await light('JIA', 3, 'yellow', 2);
    await sql`update org_unit set name_zh = '甲新区' where code = 'JIA'`;
    await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
      select 'JIA', code, 2026, 10, '', 1, 't', now() from indicator where code <> 'DEMO'`;
    await sql`update peer_group_member set valid_to = '2020-01-01' where org_unit_code = 'YI'`;
    try {
      expect(await told(id)).toEqual(before);
      // The correction tells the newer version; the first report keeps its own.
      await sql`update peer_group_member set valid_to = null where org_unit_code = 'YI'`;
      const later = new Date('2026-05-12T09:00:00+08:00');
      const { id: second } = await prepare();
      await publish(second, 1, other, later);
      expect((await told(second)).lamps).toEqual(['JIA yellow', 'YI green']);
      expect(await reportOf(leader, second)).toMatchObject({ number: 2 });
      expect(await told(id)).toEqual(before);
    } finally {
      await sql`update org_unit set name_zh = '甲区' where code = 'JIA'`;
      await sql`delete from target`;
      await sql`update peer_group_member set valid_to = null where org_unit_code = 'YI'`;
    }
    await expect(sql`update monitoring_report set note = 'x' where id = ${id}`).rejects.toThrow(
      /published report stays/,
    );
    await expect(sql`delete from monitoring_report where id = ${id}`).rejects.toThrow(/published report stays/);
  });

  test('compares itself with what was published before it, whatever is published later about the month before', async () => {
    const later = (ms: number) => new Date(now.getTime() + ms);
    await light('JIA', 4, 'red');
    const { id: early } = await prepare({ month: '2026-04' });
    await publish(early, 1, other, later(1000));
    const { id: march } = await prepare();
    await publish(march, 1, other, later(2000));
    const { id: april } = await prepare({ month: '2026-04' });
    await publish(april, 1, other, later(3000));
    await light('JIA', 3, 'green', 2);
    const { id: correction } = await prepare();
    await publish(correction, 1, other, later(4000));
    const beforeOf = async (id: string) => {
      const report = await reportOf(leader, id);
      return report && (await reportBefore(leader, report))?.id;
    };
    expect([await beforeOf(early), await beforeOf(correction)]).toEqual([undefined, march]);
    expect(await beforeOf(april)).toBe(early);
  });

  test('stays as it was told where the clock of another server is behind', async () => {
    const { id } = await prepare();
    await publish(id, 1, other, new Date(now.getTime() + 2000));
    const before = await told(id);
    await light('JIA', 3, 'green', 2);
    const { id: second } = await prepare();
    await publish(second, 1, other, now);
    expect(await told(id)).toEqual(before);
    expect((await told(second)).lamps).toEqual(['JIA green', 'YI green']);
  });

  test('lists its lamps in the order of its time', async () => {
    await light('YI', 3, 'green', 1, 'DEMO2');
    const { id } = await prepare();
    await publish(id);
    const listed = async () => {
      const report = await reportOf(leader, id);
      const table = report && (await reportTable(leader, report, { only: '', page: 1 }));
      return table?.listed;
    };
    const before = await listed();
    expect(before?.map(({ unit, indicator }) => `${unit} ${indicator}`)).toEqual(['JIA DEMO', 'YI DEMO', 'YI DEMO2']);
    await sql`update indicator set sort_order = sort_order + 50000 where code = 'DEMO'`;
    try {
      expect(await listed()).toEqual(before);
    } finally {
      await sql`update indicator set sort_order = sort_order - 50000 where code = 'DEMO'`;
    }
  });

  test('counts a target whose lamp was taken back as one without a lamp, for a reader its own units alone', async () => {
    for (const unit of ['JIA', 'YI'])
      await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
        values (${unit}, 'DEMO', 2026, 120, '', 1, 't', now())`;
    try {
      await light('YI', 3, null, 2);
      const { id } = await prepare();
      const counts = { red: 1, yellow: 0, green: 0, unlit: 1 };
      expect((await told(id, office)).counts).toEqual(counts);
      await publish(id);
      expect((await told(id)).counts).toEqual(counts);
      expect((await told(id, { ...leader, units: ['JIA'] })).counts).toEqual({ ...counts, unlit: 0 });
    } finally {
      await sql`delete from target`;
    }
  });

  test('says what changed since the one before', async () => {
    const { id: march } = await prepare();
    await publish(march);
    await light('JIA', 4, 'yellow');
    await light('YI', 4, 'red');
    const { id } = await prepare({ month: '2026-04' });
    const report = await reportOf(office, id);
    const before = report && (await reportBefore(office, report));
    expect(before?.id).toBe(march);
    if (!report || !before) return;
    const { turnedRed, recovered, counts } = await reportTurns(office, report, before);
    expect(turnedRed.map(({ unit }) => unit)).toEqual(['YI']);
    // Whom to ask may change any day, and a report stays as it was told.
    await sql`update indicator set contact = '演示联系人'`;
    const [turned] = (await reportTurns(office, report, before)).turnedRed;
    expect(turned?.contact).toBe('');
    expect(recovered.map(({ unit }) => unit)).toEqual(['JIA']);
    expect(counts).toEqual({ turnedRed: 1, recovered: 1, stillRed: 0 });
  });

  test('is refused for months to come, steps that the month does not end, and without lamps', async () => {
    expect(await refusalOf(prepare({ month: '2026-06' }))).toBe('invalid reports.refused.future');
    expect(await refusalOf(prepare({ kind: 'half' }))).toBe('invalid reports.refused.kind');
    expect(await refusalOf(prepare({ group: 'NOBODY' }))).toBe('invalid reports.refused.noGroup');
    expect(await refusalOf(prepare({ month: '2026-02' }))).toBe('invalid reports.refused.noLamps');
    await prepare();
    expect(await refusalOf(prepare())).toBe('conflict reports.refused.otherDraft');
    // March ends a quarter too.
    expect(await prepare({ kind: 'quarter' })).toMatchObject({ id: expect.any(String) });
  });

  test('is neither changed nor dropped once it moved or was published', async () => {
    const { id } = await prepare();
    const edit = (version: number, who = office) =>
      perform(editReport, who, { id, version, note: '改过' }, { now, database });
    const drop = (version: number, who = office) => perform(dropReport, who, { id, version }, { now, database });
    await edit(1, other);
    expect(await refusalOf(edit(1))).toBe('conflict reports.refused.moved');
    expect(await refusalOf(drop(1))).toBe('conflict reports.refused.moved');
    expect(await refusalOf(publish(id, 1, office))).toBe('conflict reports.refused.moved');
    // Who changed it last does not publish it.
    expect(await refusalOf(publish(id, 2, other))).toBe('conflict reports.refused.ownDraft');
    await publish(id, 2, office);
    expect(await refusalOf(edit(3))).toBe('conflict reports.refused.published');
    expect(await refusalOf(drop(3))).toBe('conflict reports.refused.published');
    const { id: next } = await prepare();
    await perform(dropReport, office, { id: next, version: 1 }, { now, database });
    expect((await reportList(office, { page: 1 })).reports.map((one) => one.id)).toEqual([id]);
  });

  test('shows a reader of some units those alone', async () => {
    const { id } = await prepare();
    await publish(id);
    expect((await told(id, { ...leader, units: ['YI'] })).lamps).toEqual(['YI green']);
  });
});
