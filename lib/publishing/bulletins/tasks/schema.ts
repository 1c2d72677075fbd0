import * as z from 'zod';
import { SourceId } from '@/lib/publishing/bulletins/kit/source-id';

/** 任务清单: to a unit, its follow-ups and tasks that are not done. */
export const TasksSource = z.strictObject({ kind: z.literal('tasks'), unit: SourceId });
