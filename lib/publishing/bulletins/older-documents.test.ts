import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { applyFirstMigrations, applyMigrations, migrationsFolder } from '@/db/migrate';
import { testDatabase } from '@/db/testing';

const { sql } = await testDatabase({ migrated: false });

test('documents from before there were kinds are on rankings, and an issued one stays as it was', async () => {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'));
  const entries: { tag: string; when: number }[] = journal.entries;
  const at = entries.findIndex(({ tag }) => tag.endsWith('bulletin-sources'));
  await applyFirstMigrations(
    sql,
    entries.slice(0, at).map(({ when }) => when),
  );
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order) values ('G', '演示', 'G', '', '', 1)`;
  await sql`insert into period (code, kind, year, starts_on, ends_on, sort_key) values ('2025', 'year', 2025, '2025-01-01',
    '2025-12-31', 1)`;
  await sql`insert into scheme (code, name_zh, name_en, kind, peer_group_code, is_demonstration, created_by, created_at)
    values ('S', '演示', 'S', 'comprehensive', 'G', true, 't', now())`;
  await sql`insert into scheme_version (scheme_code, number, state, document, edited_by, edited_at)
    values ('S', 1, 'published', '{"nameZh":"演示方案"}', 't', now())`;
  await sql`insert into run (id, scheme_code, scheme_version, peer_group_code, period_code, state, is_demonstration, terms, bases,
      notes, units, ranked, items, sha256, engine, computed_by, computed_at)
    values ('r', 'S', 1, 'G', '2025', 'trial', true, '{}', '[]', '[]', 0, 0, 0, 'x', 1, 't', now())`;
  const document = (id: string, issued: boolean) => sql`
    insert into bulletin (id, run_id, title, organ, word, addressee, classification, dated, body, state, edited_by, edited_at,
      issued_by, issued_at, year, number, frozen, file, sha256)
    values (${id}, 'r', '关于{期间}{方案}结果的通报', '演示办', '演', '', 'none', '2026-01-01', '文', ${issued ? 'issued' : 'draft'}, 't',
      now(), ${issued ? 't' : null}, ${issued ? '2026-01-01' : null}, ${issued ? 2026 : null}, ${issued ? 1 : null},
      ${issued ? '{"title":"印发时的标题"}' : null}::text::jsonb, ${issued ? Buffer.from('x') : null}, ${issued ? 'h' : null})`;
  await document('draft', false);
  await document('issued', true);
  // Nobody knows as what it was checked: it is checked once more.
  await sql`insert into bulletin (id, run_id, title, organ, word, addressee, classification, dated, body, state, edited_by, edited_at,
      checked_by, checked_at)
    values ('zchecked', 'r', '标题', '演示办', '演', '', 'none', '2026-01-01', '文', 'checked', 't', now(), 'u', now())`;
  const old =
    () => sql`select to_jsonb(b) - array['kind', 'report_id', 'consequence_id', 'org_unit_code', 'subject', 'heading',
    'scheme_code', 'scheme_version', 'checked_as'] as row from bulletin b where id <> 'zchecked' order by id`;
  const before = await old();
  await applyMigrations(sql);
  expect(await old()).toEqual(before);
  expect([...(await sql`select id, kind, heading, subject from bulletin where id <> 'zchecked' order by id`)]).toEqual([
    { id: 'draft', kind: 'ranking', heading: '关于2025年演示方案结果的通报', subject: '演示方案，2025年' },
    { id: 'issued', kind: 'ranking', heading: '印发时的标题', subject: '演示方案，2025年' },
  ]);
  expect([...(await sql`select state, version, checked_by from bulletin where id = 'zchecked'`)]).toEqual([
    { state: 'draft', version: 2, checked_by: null },
  ]);
  await expect(sql`update bulletin set heading = 'x' where id = 'issued'`).rejects.toThrow('an issued document stays');
  // A document is of exactly what its kind is on.
  for (const wrong of [
    sql`update bulletin set kind = 'monitoring' where id = 'draft'`,
    sql`update bulletin set kind = 'score' where id = 'draft'`,
    sql`update bulletin set run_id = null where id = 'draft'`,
    sql`update bulletin set kind = 'other' where id = 'draft'`,
  ])
    await expect(wrong).rejects.toMatchObject({ code: '23514' });
});
