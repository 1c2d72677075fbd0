import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { frozenUnits, resultRun } from '@/lib/assessment/rankings/queries';
import { mainParts } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { tableNotes } from '@/lib/assessment/rankings/table/table-notes';
import { unitsIn, unitsNamed } from '@/lib/assessment/rankings/units-named';
import { translator } from '@/lib/i18n/translator';
import { paths, withQuery } from '@/lib/paths';
import { annexOf } from '@/lib/publishing/bulletins/kit/annex';
import { runMenus } from '@/lib/publishing/bulletins/kit/queries';
import type { BulletinSource, Room } from '@/lib/publishing/bulletins/kit/room';
import { resultSheet } from '@/lib/publishing/rankings/result-sheet';
import { gradeNames, rankingFacts, unitNames } from './facts';
import type { RankingSource } from './schema';
import { rankingText } from './text';

/** Official documents are in Chinese. */
const locale = 'zh-CN';

/** What a document on the ranking of a run is written from; null for a run that is not published, or not any more. */
export async function readRanking(
  principal: Principal,
  { run: runId }: { readonly run: string },
  on: Database | Tx = db(),
): Promise<BulletinSource | null> {
  const run = await resultRun(principal, runId, on);
  if (run?.state !== 'published') return null;
  const table = await rankTable(principal, run, { sort: 'rank', order: 'asc', page: 1, own: [] }, null, on);
  const rows = [...table.rows, ...table.apart];
  const spoken = unitsIn(tableNotes(run, rows, locale).map(({ note }) => note));
  const units = await unitsNamed(spoken, rows, (codes) => frozenUnits(principal, run.id, codes, on));
  const source = { run, table };
  const values = { headings: [], of: new Map() };
  const t = translator(locale, 'rankings');
  const { scheme, period } = runWords(run, locale);
  return {
    facts: rankingFacts(source),
    names: [
      ...unitNames(table).values(),
      ...gradeNames(run).values(),
      ...[run.scheme, run.group, ...mainParts(run.scheme)].map(({ nameZh }) => nameZh),
    ],
    annexes: [
      annexOf(resultSheet({ ...source, names: { scheme: run.scheme, units }, values, locale }), [
        ...(['toBefore', 'toFirst', 'toLine'] as const).map((key) => t(`columns.${key}`)),
        t('notes.gaps', { graded: run.scheme.grades.by === 'none' ? 'no' : 'yes' }),
      ]),
    ],
    subject: `${scheme}，${period}`,
    unit: null,
    about: { schemeCode: run.schemeCode, periodCode: run.periodCode },
    firstText: () => rankingText(source),
  };
}

export const ranking: Room<z.infer<typeof RankingSource>> = {
  view: 'bulletins',
  read: readRanking,
  hold: (tx, { run }) => tx.execute(sql`select from run where id = ${run} for share`),
  menus: runMenus,
  page: ({ run }) => withQuery(paths.rankings, { run }),
};
