import type * as z from 'zod';
import type { ViewName } from '@/lib/access/permissions';
import { paths } from '@/lib/paths';
import {
  ChangePage,
  ChangeParameters,
  FigurePage,
  FigureParameters,
  IndicatorPage,
  LampPage,
  LampParameters,
  ListParameters,
  RankedPage,
  RankingPage,
  RankingParameters,
  TaskPage,
  TaskParameters,
  UnitPage,
} from '@/lib/publishing/api/schemas';
import type { OperationName } from '@/lib/publishing/api/words';

/** An operation: where it is, what it takes and answers, and an example that is also a test. */
export type Operation = {
  /** `{id}` stands for a part that the program puts in. */
  readonly path: string;
  readonly parameters: z.ZodObject;
  readonly answer: z.ZodType;
  readonly example: Readonly<Record<string, string>>;
  /** Whether it also answers as CSV. */
  readonly hasCsv?: true;
  /** What on screen its rows are of, where not everybody sees that. */
  readonly view?: ViewName;
};

export const operations = {
  indicators: { path: paths.apiIndicators, parameters: ListParameters, answer: IndicatorPage, example: { limit: '2' } },
  units: { path: paths.apiUnits, parameters: ListParameters, answer: UnitPage, example: { limit: '2' } },
  figures: {
    path: paths.apiFigures,
    parameters: FigureParameters,
    answer: FigurePage,
    example: { indicator: 'GDP', period_from: '2020', period_to: '2022', limit: '2' },
    hasCsv: true,
  },
  changes: {
    path: paths.apiChanges,
    parameters: ChangeParameters,
    answer: ChangePage,
    example: { since: '2020-01-01T00:00:00Z', indicator: 'GDP', limit: '2' },
  },
  rankings: { path: paths.apiRankings, parameters: RankingParameters, answer: RankingPage, example: { limit: '1' } },
  ranking: {
    path: decodeURIComponent(paths.apiRanking('{id}')),
    parameters: ListParameters,
    answer: RankedPage,
    example: { limit: '3' },
  },
  lamps: {
    path: paths.apiLamps,
    parameters: LampParameters,
    answer: LampPage,
    example: { limit: '2' },
    view: 'lamps',
  },
  tasks: {
    path: paths.apiTasks,
    parameters: TaskParameters,
    answer: TaskPage,
    example: { kind: 'followUp', limit: '2' },
    view: 'followUps',
  },
} as const satisfies Readonly<Record<OperationName, Operation>>;
