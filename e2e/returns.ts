import { db, type Sql } from '@/db/client';
import { cookiesOf, newAccount, type Person } from '@/e2e/people';
import type { AccountRole } from '@/lib/access/words';
import { submittedReturns } from '@/lib/testing/returns';

/**
 * A collection of invented figures for one test: two units with a return each, two indicators of a department each,
 * labelled 演示数据.
 */
export type InventedReturns = {
  readonly collectionId: string;
  readonly period: string;
  readonly units: { readonly own: string; readonly foreign: string };
  readonly indicators: { readonly ours: string; readonly theirs: string };
  readonly departments: { readonly ours: string; readonly theirs: string };
};

let made = 0;

/** Creates units, indicators and a collection of them, whose figures are submitted and wait for the unit's reviewer. */
export async function inventReturns(sql: Sql): Promise<InventedReturns> {
  made += 1;
  const own = `W${process.pid}-${made}`;
  const period = '2026-M09';
  const units = { own: `${own}-JIA`, foreign: `${own}-YI` };
  const indicators = { ours: `${own}-A`, theirs: `${own}-B` };
  const departments = { ours: `演示一部${own}`, theirs: `演示二部${own}` };
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    values (${units.own}, 'county', ${`甲区${own}（演示）`}, 'District A (demo)', '', 90101, true),
      (${units.foreign}, 'county', ${`乙县${own}（演示）`}, 'County B (demo)', '', 90102, true)`;
  for (const which of ['ours', 'theirs'] as const) {
    await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      values (${indicators[which]}, 'DEMO', ${`演示指标${indicators[which]}`}, ${`Demo ${indicators[which]}`}, '', '家', 'firms',
        0, 'amount', 'higher', 'current', 'monthly', ${departments[which]}, ${`Demo department ${which}`}, 90101)`;
  }
  const collectionId = await submittedReturns(db(), {
    period,
    title: `演示月报${own}`,
    units: Object.values(units),
    figures: Object.values(indicators).map((indicatorCode) => ({ indicatorCode })),
  });
  return { collectionId, period, units, indicators, departments };
}

/** Closes the collection and deletes its figures: the histories stay, as they must. */
export async function forgetReturns(sql: Sql, { collectionId, indicators }: InventedReturns): Promise<void> {
  await sql`delete from submission_value where collection_id = ${collectionId}`;
  await sql`update collection set state = 'closed', closed_reason = '试验结束' where id = ${collectionId}`;
  await sql`delete from coverage where indicator_code = any(${Object.values(indicators)})`;
}

/**
 * A person with a role in the invented returns; `isNear` for the own unit or department, as opposed to the other one.
 */
export type Insider = Person & { readonly role: AccountRole; readonly isNear: boolean };

/** The reporter and reviewer of both units, and the reviewer of both departments. */
export async function insiders({ units, departments }: InventedReturns): Promise<Insider[]> {
  const people: Insider[] = [];
  for (const isNear of [true, false]) {
    for (const role of ['reporter', 'unitReviewer', 'departmentReviewer'] as const) {
      const unit = isNear ? units.own : units.foreign;
      const user = await newAccount(role, unit, undefined, isNear ? departments.ours : departments.theirs);
      const name = `${role} ${isNear ? 'in charge' : 'of another'}`;
      people.push({ name, role, isNear, user, cookies: await cookiesOf(user) });
    }
  }
  return people;
}
