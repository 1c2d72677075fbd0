import { and, eq, notInArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appeal } from '@/db/schema/appeals';
import { run } from '@/db/schema/assessment';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { type AppealChoice, type AppealLine, type WaitedStep, waitedSteps } from '@/lib/assessment/appeals/list/words';
import { heldIn, inSight } from '@/lib/assessment/appeals/queries';
import { stepFault } from '@/lib/assessment/appeals/steps';
import { endStates } from '@/lib/assessment/appeals/words';
import type { Name, Named } from '@/lib/i18n/words';
import { pageLength, pageWithin } from '@/lib/paging';

const a = sql`a`;
const isEnded = sql`a.state = any(${sql.param([...endStates])}::text[])`;

function chosen({ unit, state }: AppealChoice): SQL {
  const byState = state === '' ? sql`true` : state === 'open' ? sql`not ${isEnded}` : sql`a.state = ${state}`;
  return sql`${byState} and (${unit} = '' or a.org_unit_code = ${unit})`;
}

/** A page of the appeals in sight that were chosen, those that nothing ended first, and the number of all of them. */
export async function appealList(
  principal: Principal,
  choice: AppealChoice,
  { page, most = pageLength }: { readonly page: number; readonly most?: number },
): Promise<{ lines: AppealLine[]; total: number; page: number }> {
  const where = sql`${inSight(principal, a)} and ${chosen(choice)}`;
  const [counted] = await db().execute<{ total: number }>(
    sql`select count(*)::int as total from appeal a where ${where}`,
  );
  const total = counted?.total ?? 0;
  const shown = pageWithin(page, total, most);
  const rows = await db().execute<
    Omit<AppealLine, 'items' | 'result'> & {
      about: readonly string[];
      names: Readonly<Record<string, Name>>;
      scheme: Name;
      periodCode: string;
    }
  >(sql`
    select a.id, a.state, a.outcome, a.review_until::text as "reviewUntil", a.grounds, a.asks, a.filed_at as "filedAt",
      a.updated_at as "updatedAt", a.about, r.period_code as "periodCode",
      json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      json_build_object('nameZh', v.document ->> 'nameZh', 'nameEn', v.document ->> 'nameEn') as scheme,
      (select coalesce(jsonb_object_agg(n ->> 'key', jsonb_build_object('nameZh', n -> 'nameZh', 'nameEn', n -> 'nameEn')), '{}')
        from jsonb_path_query(v.document -> 'root', 'strict $.**?(@.kind == "item")') n where a.about ? (n ->> 'key')) as names
    from appeal a join org_unit u on u.code = a.org_unit_code join run r on r.id = a.run_id
    join scheme_version v on v.scheme_code = r.scheme_code and v.number = r.scheme_version
    where ${where} order by ${isEnded}, a.updated_at desc, a.id limit ${most} offset ${(shown - 1) * most}`);
  return {
    lines: rows.map(({ about, names, scheme, periodCode, ...row }) => ({
      ...row,
      result: { scheme, periodCode },
      items: about.map((key) => names[key] ?? null),
      filedAt: new Date(row.filedAt),
      updatedAt: new Date(row.updatedAt),
    })),
    total,
    page: shown,
  };
}

/** The units that have an appeal in sight, in their official order. */
export async function unitsOfAppeals(principal: Principal): Promise<Named[]> {
  const rows = await db().execute<Named>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
    where exists (select from appeal a where a.org_unit_code = u.code and ${inSight(principal, a)})
    order by u.sort_order, u.code`);
  return [...rows];
}

/** How many appeals wait for each step that somebody of the office can take on a day; null for everybody else. */
export async function waitingAppeals(
  principal: Principal,
  today: string,
): Promise<Readonly<Record<WaitedStep, number>> | null> {
  if (!maySee(principal.role, 'manageAppeals')) return null;
  const open = await db()
    .select({ appeal, publisher: run.publishedBy })
    .from(appeal)
    .innerJoin(run, eq(run.id, appeal.runId))
    .where(and(notInArray(appeal.state, [...endStates]), inSight(principal)));
  const taker = { actor: principal.userId, today };
  const count = (step: WaitedStep) =>
    open.filter(({ appeal: row, publisher }) => {
      // What is recorded already may be recorded anew, but waits for nobody.
      if (step === 'settle' && row.remedy !== null) return false;
      return stepFault(heldIn(row), step, { ...taker, publisher }) === null;
    }).length;
  return Object.fromEntries(waitedSteps.map((step) => [step, count(step)])) as Record<WaitedStep, number>;
}
