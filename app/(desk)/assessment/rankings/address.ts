import * as z from 'zod';
import { PageNumber } from '@/app/ui/tables/page-number';
import { paths, withQuery } from '@/lib/paths';

/** A text without the characters that the database refuses. */
const text = z
  .string()
  .max(80)
  .transform((given) => given.replaceAll(/\p{Cc}/gu, ''))
  .optional()
  .catch(undefined);

/** The parameters in the address of a ranking. An invalid value falls back to the default. */
export const RankingAddress = z.object({
  scheme: text,
  period: text,
  run: text,
  sort: z.string().max(60).catch('rank'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: PageNumber,
  /** The unit whose items are open. */
  open: text,
  /** The unit of a rank match. */
  unit: text,
});
export type RankingAddress = z.infer<typeof RankingAddress>;

export const rankingViews = ['table', 'heat', 'course', 'places'] as const;
export type RankingView = (typeof rankingViews)[number];

const pathOf: Record<RankingView, string> = {
  table: paths.rankings,
  heat: paths.rankingHeat,
  course: paths.rankingCourse,
  places: paths.rankingPlaces,
};

/** The address of a view; parameters with their default value are left out. */
export function rankingPath(view: RankingView, asked: Partial<RankingAddress>): string {
  const { scheme, period, run, sort, dir, page, open, unit } = asked;
  return withQuery(pathOf[view], {
    ...(run ? { run } : { scheme, period }),
    ...(sort !== 'rank' && { sort }),
    ...(!(dir === 'asc' && (sort ?? 'rank') === 'rank') && { dir }),
    ...(page && page > 1 && { page }),
    open,
    unit,
  });
}
