import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { perform } from '@/lib/access/command';
import { accountPrincipal, type Principal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';

/** A principal of a role, for tests that need several of one. */
export function someone(userId: string, role: AccountRole = 'assessmentOffice'): Principal {
  return accountPrincipal({
    ...{ userId, name: userId, role, units: 'all', unitCode: null, department: null },
    ...{ sessionId: userId, standing: 'full' },
  });
}
/** Two people of the assessment office. */
export const [firstOffice, secondOffice] = [someone('office-1'), someone('office-2')];

/**
 * Creates an invented group `G` of units `U1` … `Un` (演示1区 …), with indicators `M1` … `Mm`, whose values for a period
 * follow from their numbers, no two units alike. Call it once per database and period.
 */
export async function inventedFigures(
  database: Database,
  { units = 5, items = 4, period = '2025' }: { units?: number; items?: number; period?: string } = {},
): Promise<void> {
  await database.transaction(async (tx) => {
    await ensurePeriods(tx, [period]);
    await tx.execute(sql`insert into topic (code, name_zh, name_en, sort_order) values ('INV', '演示', 'Demo', 998)
      on conflict do nothing`);
    await tx.execute(sql`
      insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure, direction,
        basis, frequency, responsible_zh, responsible_en, sort_order)
      select 'M' || n, 'INV', '演示指标' || n, 'Demonstration ' || n, '', '%', '%', 1, 'rate', 'higher', 'current', 'yearly',
        '演示部门', 'Demonstration department', 200000 + n
      from generate_series(1, ${items}::int) n on conflict do nothing`);
    await tx.execute(sql`
      insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
      select 'U' || n, 'county', '演示' || n || '区', 'Demo District ' || n, '', 8000 + n, true
      from generate_series(1, ${units}::int) n on conflict do nothing`);
    await tx.execute(sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
      values ('G', '演示序列', 'Demonstration group', '', '', 99) on conflict do nothing`);
    await tx.execute(sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
      select 'G', 'U' || n, '2000-01-01' from generate_series(1, ${units}::int) n on conflict do nothing`);
    await tx.execute(sql`
      insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
      values ('INV', '演示来源', '演示数据', '', '', 'reported', 9001) on conflict do nothing`);
    const figures = sql`
      select 'M' || m as indicator_code, 'U' || u as org_unit_code, ${period}::text as period_code,
        -- Between 10 and 90; the first unit does best in most.
        round((90 - 80.0 * (u - 1) / greatest(${units}::int - 1, 1)) + (m * 7 + u * 3) % 5, 1) as value
      from generate_series(1, ${items}::int) m, generate_series(1, ${units}::int) u`;
    await tx.execute(sql`
      insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier, qualifier_printed,
        vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      select f.*, 1, 'exact', '', 'preliminary', '', 'INV', '', '', '', 1, 'check', now() from (${figures}) f`);
    await tx.execute(sql`
      insert into observation_revision (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, revision, reason, recorded_by,
        recorded_at)
      select f.*, 1, 'exact', '', 'preliminary', '', 'INV', '', '', '', 1, '', 'check', now() from (${figures}) f`);
  });
}

/** A scheme over `M1` … `Mm`, in two blocks, ranks by the total; `more` replaces parts of the document. */
export function inventedDocument(items = 4, more: Partial<Scheme> = {}): Scheme {
  const item = (n: number) => ({
    kind: 'item' as const,
    key: `m${n}`,
    nameZh: `演示指标${n}`,
    nameEn: `Demonstration ${n}`,
    weight: 100 / items,
    indicator: `M${n}`,
    direction: 'higher' as const,
    method: { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 } },
  });
  const first = Math.max(1, Math.floor(items / 2));
  const block = (key: string, nameZh: string, nameEn: string, from: number, to: number) => ({
    ...{ kind: 'block' as const, key, nameZh, nameEn, aggregation: 'sum' as const },
    weight: ((to - from + 1) * 100) / items,
    parts: Array.from({ length: to - from + 1 }, (_, at) => item(from + at)),
  });
  const parts = [block('economy', '经济发展', 'Economy', 1, first)];
  if (items > first) parts.push(block('living', '民生改善', 'Living', first + 1, items));
  return Scheme.parse({
    format: 1,
    nameZh: '演示考核方案',
    nameEn: 'Demonstration scheme',
    kind: 'comprehensive',
    peerGroup: 'G',
    root: { kind: 'block', key: 'total', nameZh: '总分', nameEn: 'Total', weight: 100, aggregation: 'sum', parts },
    ...more,
  });
}

/** Stores a version of a scheme unchecked, in the given state. */
export async function storedScheme(
  database: Database,
  document: Scheme,
  { code = 'S', number = 1, state = 'published' }: { code?: string; number?: number; state?: string } = {},
): Promise<void> {
  await database.execute(sql`
    insert into scheme (code, name_zh, name_en, kind, peer_group_code, is_demonstration, created_by, created_at)
    values (${code}, ${document.nameZh}, ${document.nameEn}, ${document.kind}, ${document.peerGroup}, true, 'check', now())
    on conflict do nothing`);
  await database.execute(sql`
    insert into scheme_version (scheme_code, number, state, document, edited_by, edited_at, published_by, published_at)
    values (${code}, ${number}, ${state}, ${JSON.stringify(document)}::jsonb, 'check', now(), 'check-2', now())`);
}

/** Creates a run of a stored scheme and brings it to a state by two people of the office. Returns its id. */
export async function inventedRun(
  database: Database,
  {
    code = 'S',
    number = 1,
    period = '2025',
    state = 'published',
    now = new Date(),
  }: {
    code?: string;
    number?: number;
    period?: string;
    state?: 'trial' | 'approved' | 'published';
    now?: Date;
  } = {},
): Promise<string> {
  const asked = { schemeCode: code, number, periodCode: period, deadlinePassed: true };
  const id = await perform(computeRun, firstOffice, asked, { now, database });
  if (state === 'trial') return id;
  await perform(approveRun, secondOffice, { id, version: 1 }, { now, database });
  if (state === 'approved') return id;
  return perform(publishRun, firstOffice, { id, version: 2 }, { now, database });
}
