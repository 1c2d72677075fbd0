import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { entriesOf, unitResult } from '@/lib/assessment/rankings/card/queries';
import { frozenUnits, resultRun } from '@/lib/assessment/rankings/queries';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { nameOf } from '@/lib/i18n/names';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { runMenus } from '@/lib/publishing/bulletins/kit/queries';
import type { AskedParts, BulletinSource, Room, SourceMenu } from '@/lib/publishing/bulletins/kit/room';
import { scoreAnnexes } from './annexes';
import { partNames, scoreFacts } from './facts';
import type { ScoreSource } from './schema';
import { scoreText } from './text';

type Source = z.infer<typeof ScoreSource>;

/** What a letter about a score is written from; null for a run that is not published, or not any more, and for a unit that is not in it. */
export async function readScore(
  principal: Principal,
  { run: runId, unit: code }: Source,
  on: Database | Tx = db(),
): Promise<BulletinSource | null> {
  const run = await resultRun(principal, runId, on);
  if (run?.state !== 'published') return null;
  const unit = await unitResult(principal, run.id, code, on);
  if (!unit) return null;
  const rows = { run, unit, entries: await entriesOf(principal, run.id, code, on) };
  const { scheme, period } = runWords(run, 'zh-CN');
  return {
    facts: scoreFacts(rows),
    names: [unit.nameZh, run.scheme.nameZh, run.group.nameZh, ...partNames(rows).values()],
    annexes: scoreAnnexes(rows),
    subject: `${unit.nameZh}，${scheme}，${period}`,
    unit,
    about: { schemeCode: run.schemeCode, periodCode: run.periodCode, orgUnitCode: code },
    firstText: () => scoreText(rows),
  };
}

/** The published runs and the units of the one that was asked for, or of all of them. */
export async function scoreMenus(
  principal: Principal,
  locale: Locale,
  { run }: AskedParts,
): Promise<readonly SourceMenu<'run' | 'unit'>[]> {
  const runs = await runMenus(principal, locale);
  const isKnown = runs.some(({ options }) => options.some(({ value }) => value === run));
  const units: readonly Named[] =
    run && isKnown
      ? await frozenUnits(principal, run)
      : await db().execute<Named>(sql`
          select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
          where exists (select from run_score s join run r on r.id = s.run_id and r.state = 'published'
            where s.org_unit_code = u.code)
          order by u.sort_order, u.code`);
  return [
    ...runs,
    { part: 'unit', options: units.map((one) => ({ value: one.code, label: nameOf(one, locale) || one.nameZh })) },
  ];
}

export const score: Room<Source> = {
  view: 'bulletins',
  read: readScore,
  hold: (tx, { run }) => tx.execute(sql`select from run where id = ${run} for share`),
  menus: scoreMenus,
  page: ({ run, unit }) => paths.explanation(run, unit),
};
