import * as z from 'zod';
import { SourceId } from '@/lib/publishing/bulletins/kit/source-id';

/** 排名通报: on the ranking of a published run. */
export const RankingSource = z.strictObject({ kind: z.literal('ranking'), run: SourceId });
