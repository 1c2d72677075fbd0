import * as z from 'zod';
import { SourceId } from '@/lib/publishing/bulletins/kit/source-id';

/** 得分告知: to a unit, about its result in a published run. */
export const ScoreSource = z.strictObject({ kind: z.literal('score'), run: SourceId, unit: SourceId });
