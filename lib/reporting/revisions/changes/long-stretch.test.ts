import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { changedSince } from '@/lib/reporting/revisions/changes/queries';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

const { sql } = await testDatabase();
await manyFigures(sql, { units: 120, indicators: 40, months: 10 });
const reader = anonymousPrincipal();
const stretch = { since: new Date('2026-02-01T00:00:00Z'), until: new Date('2026-04-01T00:00:00Z') };
const revise = (limit: number) => sql`
  insert into observation_revision (indicator_code, org_unit_code, period_code, revision, value, decimals, qualifier,
    qualifier_printed, vintage, period_printed, source_code, locator, quote, note, reason, recorded_by, recorded_at)
  select indicator_code, org_unit_code, period_code, 2, value + 1, 1, 'exact', '', 'final', '', 'many', '', '', '', '',
    'check', '2026-03-01' from observation where (indicator_code, period_code, org_unit_code) not in (
      select indicator_code, period_code, org_unit_code from observation_revision where revision = 2)
  order by org_unit_code, indicator_code, period_code limit ${limit}`;

test('a file of very many simultaneous corrections has each on one page once', async () => {
  await revise(2130);
  await sql`analyze observation_revision`;
  const seen: string[] = [];
  for (let page = 1; page <= 43; page += 1) {
    const { figures, changed, added, isMore } = await changedSince(reader, { ...stretch, page });
    expect({ changed, added, isMore }).toEqual({ changed: 2130, added: 0, isMore: { added: false, changed: false } });
    seen.push(...figures.map((one) => `${one.indicatorCode} ${one.unitCode} ${one.periodCode}`));
  }
  expect(seen.length).toBe(2130);
  expect(new Set(seen).size).toBe(2130);
});

test('changes beyond the last page are not counted one by one, and the list says that there are more', async () => {
  await revise(8000);
  const { changed, isMore, figures } = await changedSince(reader, { ...stretch, kind: 'changed' });
  expect({ changed, isMore }).toEqual({ changed: 10_000, isMore: { added: false, changed: true } });
  expect(figures).toHaveLength(50);
  const all = await changedSince(reader, { ...stretch, since: new Date('2025-01-01T00:00:00Z') });
  expect(all).toMatchObject({ added: 10_000, isMore: { added: true } });
});

test('a page of revisions reads those of its time range alone', async () => {
  await sql`analyze observation_revision`;
  expect(await wholeReads(sql, () => changedSince(reader, { ...stretch, page: 3 }))).toEqual([]);
});
