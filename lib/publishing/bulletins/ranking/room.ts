import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { paths, withQuery } from '@/lib/paths';
import type { Room } from '@/lib/publishing/bulletins/kit/room';
import { runMenu } from '@/lib/publishing/bulletins/kit/run-menu';
import { readRanking } from './queries';
import type { RankingSource } from './schema';

export const ranking: Room<z.infer<typeof RankingSource>> = {
  view: 'bulletins',
  read: readRanking,
  hold: (tx, { run }) => tx.execute(sql`select from run where id = ${run} for share`),
  menus: async (principal, locale) => [await runMenu(principal, locale)],
  page: ({ run }) => withQuery(paths.rankings, { run }),
};
