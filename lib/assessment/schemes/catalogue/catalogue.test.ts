import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { schemeCatalogue } from '@/lib/assessment/schemes/catalogue/queries';
import { checkSettings, fictionalUnits } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

beforeAll(async () => {
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    values ('BING', 'county', '丙县', 'County C', '', 9003), ('DING', 'zone', '丁区', 'Zone D', '', 9004)`;
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('DG', '演示序列', 'Group', '', '', 900), ('OTHER', '另一序列', 'Other', '', '', 901)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from, valid_to) values
    ('DG', 'YI', '2020-01-01', null), ('DG', 'JIA', '2020-01-01', null), ('DG', 'DING', '2020-01-01', '2021-12-31'),
    ('OTHER', 'BING', '2020-01-01', null), ('OTHER', 'DING', '2020-01-01', null)`;
  await sql`insert into period (code, kind, year, sort_key) values ('2025', 'year', 2025, 1)`;
  await sql`insert into coverage (indicator_code, peer_group_code, period_code, units) values ('DEMO', 'DG', '2025', 2)`;
  await sql`insert into target (org_unit_code, indicator_code, year, base, stretch, note, updated_by, updated_at)
    values ('JIA', 'DEMO', 2026, 10, null, '', 'check', now())`;
});

const catalogueOf = (group: string) => schemeCatalogue(group, '2026-11-25');

describe('the catalogue that a scheme is checked against', () => {
  test('has the members of the group on the day, in the official order', async () => {
    const { units, groups } = await catalogueOf('DG');
    expect(units.map(({ code }) => code)).toEqual(['JIA', 'YI']);
    expect(groups.map(({ code }) => code)).toEqual(['DG', 'OTHER']);
  });

  test('knows the indicators with figures of the group, and the units without targets', async () => {
    const { withData, lacking } = await catalogueOf('DG');
    expect(withData).toEqual(['DEMO']);
    expect(lacking).toEqual({
      DEMO: { base: { count: 1, units: ['YI'] }, stretch: { count: 2, units: ['JIA', 'YI'] } },
    });
  });

  test('names units of the same kind outside every published scheme', async () => {
    expect((await catalogueOf('DG')).uncovered.map(({ code }) => code)).toEqual(['BING']);
    await sql`insert into scheme (code, name_zh, name_en, kind, peer_group_code, is_demonstration, created_by, created_at)
      values ('S', '方案', 'Scheme', 'comprehensive', 'OTHER', false, 'check', now())`;
    await sql`insert into scheme_version (scheme_code, number, state, document, edited_by, edited_at)
      values ('S', 1, 'published', '{"peerGroup": "OTHER"}', 'check', now())`;
    expect((await catalogueOf('DG')).uncovered).toEqual([]);
  });

  test('has no units for a group that does not exist', async () => {
    expect(await catalogueOf('NONE')).toMatchObject({ units: [], withData: [], uncovered: [] });
  });
});
